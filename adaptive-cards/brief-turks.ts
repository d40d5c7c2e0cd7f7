/**
 * A translation of brief-nederlands.ts, not yet checked by a native speaker. One word for one thing: toestemming is onay,
 * bezwaar itiraz, vraag soru, overleggen görüşmek, gezag velayet, tolk tercüman. Polite form, to pupils too.
 */
import type { BriefWoorden } from "./brief-woord.ts";

const team = "Bu ekipte okul, çocuklara ve ebeveynlere yardım eden kişilerle birlikte çalışır.";

export const woorden: BriefWoorden = {
  locale: "tr",
  rtl: false,
  melding:
    "Bu bir çeviridir. Geçerli olan Hollandaca metindir. Bu çeviri, ana dili Türkçe olan biri tarafından henüz kontrol edilmedi.",
  functie: {
    ib: "okuldaki destek koordinatörü (intern begeleider)",
    coo: "öğrenci destek koordinatörü (ondersteuningscoördinator)",
    smw: "okul sosyal hizmet uzmanı",
    wijkteam: "mahalle ekibi çalışanı (wijkteam)",
    scp: "okullar birliğinin irtibat kişisi (samenwerkingsverband)",
    bpo: "okulda ek destek danışmanı (begeleider passend onderwijs)",
    orthopedagoog: "özel eğitim uzmanı (orthopedagoog)",
    jeugdverpleegkundige: "çocuk ve gençlik sağlığı hemşiresi",
    jeugdarts: "çocuk ve gençlik sağlığı doktoru",
    leerplicht: "zorunlu eğitim görevlisi (leerplichtambtenaar)",
    politie: "mahalle polisi",
    overig: "başka biri:",
  },
  partij: {
    ouder1: "Ebeveyn veya bakım veren 1",
    ouder2: "Ebeveyn veya bakım veren 2",
    leerling: "Öğrenci",
    voogd: "Vasi",
    voogd2: "Vasi 2",
  },
  label: {
    uiterlijk: "En geç",
    aan: "Kime",
    naam: { ouders: "Çocuğunuzun adı", leerling: "Adınız" },
    vraag: "Görüşeceğimiz soru",
    uitgesloten: "Şunları konuşmayız",
    wie: "Kim",
    ondertekenaar: "Ad",
    datum: "Tarih",
    handtekening: "İmza",
    vragen: "Sorular",
    klacht: "Şikâyet",
    functionaris: "Veri koruma görevlisi",
    toezicht: "Gizlilik denetim kurumu",
  },
  brief: {
    aanhef: { ouders: "Sayın ebeveyn veya vasi,", leerling: "Sayın öğrenci," },
    kop: {
      schriftelijk: {
        ouders: "Çocuğunuz hakkında görüşebilir miyiz?",
        leerling: "Sizin hakkınızda görüşebilir miyiz?",
      },
      instemming: {
        ouders: "Çocuğunuz hakkında görüşmek istiyoruz",
        leerling: "Sizin hakkınızda görüşmek istiyoruz",
      },
      regierol: {
        ouders: "Önerimizi kabul ediyor musunuz?",
        leerling: "Önerimizi kabul ediyor musunuz?",
      },
    },
    inleiding: {
      schriftelijk: {
        ouders: `Çocuğunuza iyi yardım etmek istiyoruz. Bu yüzden Okul Destek Ekibi’nde (School Zorg Team) görüşmek istiyoruz. ${team} Yalnızca siz kabul ederseniz görüşürüz.`,
        leerling: `Size iyi yardım etmek istiyoruz. Bu yüzden Okul Destek Ekibi’nde (School Zorg Team) sizin hakkınızda görüşmek istiyoruz. ${team} 16 yaşında veya daha büyüksünüz. Bu yüzden kararı siz verirsiniz. Ebeveynleriniz bunu yalnızca siz kabul ederseniz öğrenir.`,
      },
      instemming: {
        ouders: `Çocuğunuza iyi yardım etmek istiyoruz. Bu yüzden Okul Destek Ekibi’nde (School Zorg Team) görüşmek istiyoruz. ${team} İtirazınız varsa görüşmeyiz.`,
        leerling: `Size iyi yardım etmek istiyoruz. Bu yüzden Okul Destek Ekibi’nde (School Zorg Team) sizin hakkınızda görüşmek istiyoruz. ${team} 16 yaşında veya daha büyüksünüz. Bu yüzden kararı siz verirsiniz. Ebeveynleriniz bunu yalnızca siz kabul ederseniz öğrenir. İtirazınız varsa görüşmeyiz.`,
      },
      regierol: {
        ouders:
          "Okul Destek Ekibi (School Zorg Team) çocuğunuz hakkında görüştü. Önerimiz şu: sabit bir kişi her şeyi takip etsin ve irtibat kişiniz olsun. Buna koordinasyon görevi (regierol) denir. Yalnızca siz kabul ederseniz başlarız.",
        leerling:
          "Okul Destek Ekibi (School Zorg Team) sizin hakkınızda görüştü. Önerimiz şu: sabit bir kişi her şeyi takip etsin ve irtibat kişiniz olsun. Buna koordinasyon görevi (regierol) denir. 16 yaşında veya daha büyüksünüz. Yalnızca siz kabul ederseniz başlarız. Ebeveynleriniz bunu yalnızca siz kabul ederseniz öğrenir.",
      },
    },
    wie: {
      ouders: "Çocuğunuzun adını ve soruyu yalnızca şu kişiler öğrenir:",
      leerling: "Adınızı ve soruyu yalnızca şu kişiler öğrenir:",
    },
    wat: {
      kop: "Neyi paylaşıyoruz?",
      tekst: {
        schriftelijk: {
          ouders:
            "Formdaki soruya uygun yardımı birlikte ararız. Yalnızca bunun için gerekli olanı paylaşırız, hiçbir zaman dosyanın tamamını paylaşmayız. Konuşmamızı istemediğiniz bir şey var mı? Bunu forma yazın.",
          leerling:
            "Formdaki soruya uygun yardımı birlikte ararız. Yalnızca bunun için gerekli olanı paylaşırız, hiçbir zaman dosyanın tamamını paylaşmayız. Konuşmamızı istemediğiniz bir şey var mı? Bunu forma yazın.",
        },
        instemming: {
          ouders:
            "Uygun yardımı birlikte ararız. Yalnızca çocuğunuzun adını ve soruyu paylaşırız. Okul dışından olanlar yalnızca çocuğunuzu tanıyıp tanımadıklarını, ne zamandan beri tanıdıklarını ve yardımlarının bitip bitmediğini söyler.",
          leerling:
            "Uygun yardımı birlikte ararız. Yalnızca adınızı ve soruyu paylaşırız. Okul dışından olanlar yalnızca sizi tanıyıp tanımadıklarını, ne zamandan beri tanıdıklarını ve yardımlarının bitip bitmediğini söyler.",
        },
        regierol: {
          ouders:
            "Bu kişi çocuğunuzun adını, soruyu ve ekipte verilen kararları öğrenir. Diğerleri yalnızca yardım etmek için gerekli olanı öğrenir.",
          leerling:
            "Bu kişi adınızı, soruyu ve ekipte verilen kararları öğrenir. Diğerleri yalnızca yardım etmek için gerekli olanı öğrenir.",
        },
      },
    },
    doelen: {
      kop: "Şunlar için de onayınızı istiyoruz",
      tekst:
        "Formda başka onaylar da istiyoruz. Her madde için evet veya hayır seçin. Orada hayır derseniz yine de soru hakkında görüşebiliriz.",
      kind: "Yardım, inceleme veya tedavi için çocuğunuzun da evet demesi gerekir.",
      doel: {
        start_jeugdhulp: "Gençlik yardımına (jeugdhulp) başlamak",
        start_hulp_wgbo: "İnceleme veya tedaviye başlamak",
        verstrekking_extern: "Ekip dışından birine veri vermek",
      },
    },
    geldig: "Onayınızın geçerli olduğu son gün",
    intrekken: {
      schriftelijk: "Onayınızı her zaman geri çekebilirsiniz. O zaman hemen dururuz.",
      regierol: "Onayınızı her zaman geri çekebilirsiniz. O zaman bu kişi görevini bırakır.",
    },
    nee: {
      kop: "Hayır da diyebilirsiniz",
      tekst: {
        ouders: "O zaman okul çocuğunuza şimdiki gibi yardım etmeye devam eder.",
        leerling: "O zaman okul size şimdiki gibi yardım etmeye devam eder.",
      },
    },
    bezwaar: {
      kop: "İtirazınız var mı?",
      tekst: {
        hoe: "Bize bildirin. Bunu formla, e-postayla, telefonla veya konuşarak yapabilirsiniz. Nedenini söylemek zorunda değilsiniz.",
        een: "Biriniz hayır derse görüşmeyiz.",
        stilte:
          "Sizden haber almazsak bu günden sonra görüşürüz. Daha sonra da her zaman itiraz edebilirsiniz. O zaman hemen dururuz.",
        regierol: {
          ouders: "Sabit bir kişinin çocuğunuza yardım etmesi gerekirse önce onayınızı isteriz.",
          leerling: "Sabit bir kişinin size yardım etmesi gerekirse önce onayınızı isteriz.",
        },
      },
    },
    houder: "Önerdiğimiz kişi",
    taken: {
      kop: "Bu kişi ne yapar?",
      tekst: {
        ouders: [
          "neyin iyi gittiğini ve neyin gerekli olduğunu sizinle konuşur;",
          "ne yapılacağını sizinle ve yardım edenlerle kararlaştırır;",
          "herkesin bu kararlara uymasına dikkat eder;",
          "üç ay sonra yardımın işe yarayıp yaramadığına sizinle birlikte bakar.",
        ],
        leerling: [
          "neyin iyi gittiğini ve neyin gerekli olduğunu sizinle konuşur;",
          "ne yapılacağını sizinle ve yardım edenlerle kararlaştırır;",
          "herkesin bu kararlara uymasına dikkat eder;",
          "üç ay sonra yardımın işe yarayıp yaramadığına sizinle birlikte bakar.",
        ],
      },
    },
    rechten: {
      kop: "Haklarınız",
      tekst: {
        ouders:
          "Çocuğunuz hakkında neyin kayıtlı olduğunu görebilirsiniz. Yanlış bir şey varsa düzeltiriz. Verilerin silinmesini de isteyebilirsiniz.",
        leerling:
          "Hakkınızda neyin kayıtlı olduğunu görebilirsiniz. Yanlış bir şey varsa düzeltiriz. Verilerin silinmesini de isteyebilirsiniz.",
      },
    },
    terug: {
      kop: "Formu geri verin",
      tekst: {
        ook: "Hayır deseniz de formu geri verin.",
        allen: "Formda yer alan herkes formu kendisi doldurur ve kendisi imzalar.",
        gehoord:
          "Çocuğunuz 12 yaşında veya daha büyük ve o da fikrini söyleyebilir. Çocuğunuz hayır derse görüşmeyiz.",
      },
    },
    uitleg: {
      kop: "Açıklama ister misiniz?",
      tekst: {
        tolk: "Bu mektubu sizinle konuşmak isteriz. Yanımızda bir tercüman olacak. Sizin için ücretsizdir.",
        geenTolk:
          "Bu mektubu sizinle konuşmak isteriz. Tercüman ister misiniz? Bize söyleyin. Sizin için ücretsizdir.",
      },
    },
    zin: {
      schriftelijk: "Bu sorunun, bu mektuptaki kişilerle görüşülmesine onay veriyorum.",
      instemming: "Bunu yalnızca itirazınız varsa veya önce konuşmak istiyorsanız doldurun.",
      regierol: "Bu kişinin koordinasyon görevini (regierol) almasını kabul ediyorum.",
    },
    keuzes: {
      schriftelijk: ["Evet", "Hayır"],
      instemming: ["İtiraz ediyorum", "Önce konuşalım"],
      regierol: ["Evet", "Hayır"],
    },
  },
  folder: {
    kop: "Okul Destek Ekibi (School Zorg Team):",
    wat: {
      kop: "Bu ekip nedir?",
      tekst:
        "Bazen bir çocuğun, öğretmenin verebileceğinden daha fazla yardıma ihtiyacı olur. O zaman okul, okulda ve evde çocuklara ve ebeveynlere yardım eden kişilerle birlikte çalışır. Hepsi birlikte Okul Destek Ekibi’dir. Uygun yardımı sizinle birlikte ararlar. Sizin için ücretsizdir.",
    },
    wie: "Ekipte kimler var?",
    hoe: {
      kop: "Nasıl çalışır?",
      tekst: [
        "Okul önce soru hakkında sizinle konuşur.",
        "Size bir mektup verilir. Bu mektupta onayınızı isteriz veya itirazınız olup olmadığını sorarız.",
        "Ekip görüşür. Okul sonra size sonucu anlatır. Görüşmeye katılıp katılamayacağınızı da sorabilirsiniz.",
        "Bazen daha fazla yardım gerekir. O zaman sabit bir kişi irtibat kişiniz olur. Bunu da önce size sorarız.",
      ],
    },
    delen: {
      kop: "Neyi paylaşıyoruz?",
      tekst: [
        "Yalnızca soru için gerekli olanı. Hiçbir zaman dosyanın tamamını değil.",
        "Yalnızca mektupta yazan kişilerle.",
        "Bazen okul isim vermeden danışır. O zaman kimse hangi çocuk olduğunu bilmez.",
      ],
    },
    beslissen: {
      kop: "Kim karar verir?",
      tekst:
        "Çocuğunuz 12 yaşından küçükse velayet sahibi ebeveynler karar verir. 12 ile 16 yaş arasında çocuğunuza da sorarız. 16 yaşından itibaren öğrenci kendisi karar verir.",
    },
    rechten: {
      kop: "Haklarınız",
      tekst: [
        "Her zaman hayır diyebilir, itiraz edebilir ve onayınızı geri çekebilirsiniz. O zaman hemen dururuz.",
        "Çocuğunuz hakkında neyin kayıtlı olduğunu ve bunu kimin gördüğünü öğrenebilirsiniz.",
        "Yanlış bir şey varsa düzeltiriz. Verilerin silinmesini de isteyebilirsiniz.",
      ],
    },
    vraagAan: "Bunu sorabileceğiniz kişi",
    bewaren: {
      kop: "Verileri ne kadar saklarız?",
      tekst: (duur) =>
        `Yardım bittikten sonra en fazla ${"jaren" in duur ? `${duur.jaren} yıl` : `${duur.maanden} ay`}. Sonra sileriz.`,
    },
    gevaar: {
      kop: "Bir çocuk tehlikedeyse",
      tekst:
        "Çok seyrek olarak, önce sormak bir çocuk için güvenli değildir. O zaman müdür, ekibin yine de görüşmesine karar verebilir. Müdür nedenini yazar. Güvenli olur olmaz size anlatırız.",
    },
  },
};
