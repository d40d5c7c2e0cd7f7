/** Where somebody comes from, what he believes and whom he loves: UAVG art. 22–30. */

export const origins =
  "(?:afghaans|albanees|algerijns|amerikaans|antilliaans|angolees|arabisch|armeens|arubaans|aziatisch|azerbeidzjaans|berbers|bosnisch|braziliaans|brits|bulgaars|burundees|chileens|chinees|colombiaans|congolees|creools|cubaans|curacaos|egyptisch|eritrees|ethiopisch|filipijns|frans|gambiaans|ghanees|grieks|guineaas|hindoestaans|hindostaans|hongaars|iers|indiaas|indisch|indonesisch|iraaks|iraans|israelisch|italiaans|ivoriaans|jamaicaans|japans|javaans|jemenitisch|joegoslavisch|kaapverdiaans|kameroens|keniaans|koerdisch|kosovaars|kroatisch|lets|libanees|liberiaans|libisch|litouws|macedonisch|maleis|marokkaans|mexicaans|moldavisch|moluks|mongools|nepalees|nigeriaans|oeigoers|oekraiens|oost europees|oosteuropees|pakistaans|palestijns|papiaments|peruaans|perzisch|pools|portugees|roemeens|russisch|rwandees|senegalees|servisch|sierraleoons|singalees|sinti|slowaaks|sloveens|soedanees|somalisch|spaans|sranan|surinaams|syrisch|tamil|tanzaniaans|thais|tibetaans|tigrinya|tsjechisch|tsjetsjeens|tunesisch|turks|ugandees|urdu|venezolaans|vietnamees|wit russisch|zairees|zigeuner|dari|farsi|pasjtoe|koerdisch|kurmanji|papiamento|swahili)e?".replaceAll(
    "ees|",
    "e(?:es|se)|",
  );

export const countries =
  "(?:afghanistan|albanie|algerije|amerika|angola|argentinie|armenie|aruba|australie|azerbeidzjan|bangladesh|belgie|bonaire|bosnie|brazilie|bulgarije|burundi|canada|chili|china|colombia|congo|cuba|curacao|cyprus|de antillen|antillen|duitsland|egypte|engeland|eritrea|estland|ethiopie|filipijnen|frankrijk|gambia|georgie|ghana|griekenland|guinee|hongarije|hongkong|ierland|india|indonesie|irak|iran|israel|italie|ivoorkust|jamaica|japan|jemen|jordanie|kaapverdie|kameroen|kazachstan|kenia|koerdistan|koeweit|kosovo|kroatie|letland|libanon|liberia|libie|litouwen|macedonie|mali|marokko|mexico|moldavie|molukken|nepal|nigeria|noorwegen|oeganda|oekraine|oost europa|pakistan|palestina|gaza|peru|polen|portugal|roemenie|rusland|rwanda|saoedi arabie|saudi arabie|senegal|servie|sierra leone|sint maarten|slovenie|slowakije|soedan|sudan|somalie|spanje|sri lanka|suriname|syrie|tanzania|thailand|togo|tsjechie|tsjetsjenie|tunesie|turkije|uganda|venezuela|verenigde staten|vietnam|wit rusland|zambia|zimbabwe|zuid afrika|zweden|zwitserland|aleppo|damascus|bagdad|kabul|kaboel|kiev|charkov|mosul|homs|mogadishu|asmara|istanbul|ankara|warschau|boekarest|sofia|paramaribo|willemstad|casablanca|nador)";

export const beliefs = `
(?:moslim|moslims|moslima|moslimgezin|islamitisch*|joods|joodse|jood|joden|hindoe|hindoes|hindoeisme|hindoeistisch*|boeddhist*|boeddhistisch*|sikh|sikhs|alevi|alevitisch*|soenniet*|sjiiet*|salafist*|orthodox*|protestant|protestants|protestantse|katholiek|katholieke|rooms katholiek|gereformeerd*|reformatorisch*|hervormd*|refo|bevindelijk*|evangelisch*|baptist*|mormoon|mormonen|jehova's|jehova's getuige|jehova's getuigen|jehova getuige*|jehovas getuigen|jehovah|jehovah's getuigen|jehovahs getuigen|jehova|pinkstergemeente|koptisch*|atheist*|antroposofisch*|winti|bekeerd|gedoopt|streng gelovig|streng christelijk|zwaar gelovig|zwaar christelijk|gelovig|gelovige|zwarte kousen*)
(?:christelijk|christelijke|christen|christenen) … (?:gezin|ouders|opvoeding|opgevoed|familie|opgevoed)
(?:ouders|gezin|moeder|vader|ze|hij|zij|familie) … (?:christelijk|christen|christenen)
(?:gaat|gaan|ging|zitten|naar) … (?:kerk|moskee|synagoge|koranschool|koranles|gemeente gods|gereformeerde gemeente*|hersteld hervormd*|zondagsschool|catechisatie|tempel|mandir|koninkrijkszaal|bijbelstudie|gebedshuis)
(?:moskee|koranschool|koranles|koninkrijkszaal|gereformeerde gemeente*|oud gereformeerde*|hersteld hervormde*)
draagt … (?:hoofddoek|hoofddoekje|niqab|boerka|keppel*|tulband|kruisje)
(?:vanwege|om|door|uit) … (?:geloof|religie|godsdienst|geloofsovertuiging|geloofsredenen)
(?:bidt|vast|vasten|ramadan) … (?:thuis|mee|keer per dag)
(?:homo|homoseksueel|homoseksuele|lesbisch|lesbische|lesbienne|biseksueel|bi|aseksueel|panseksueel|transgender|transjongen|transmeisje|transseksueel|non binair|nonbinair|genderneutraal|genderfluide|genderqueer|agender|genderdysforie|genderdysfoor|in transitie|genderpoli|geslachtsverandering|intersekse|lhbti*|queer|uit de kast|coming out)
(?:twee (?:moeders|vaders|mama's|papa's|mamas|papas)|regenbooggezin|regenboogouders)
als (?:een )?(?:jongen|meisje) … (?:aangesproken|behandeld|gezien|leven|genoemd)
(?:andere|nieuwe) voornaam
(?:valt|vallen|verliefd) op (?:jongens|meisjes|mannen|vrouwen)
(?:wil|wilde|noemt|voelt|liever) … (?:een jongen zijn|een meisje zijn|jongen genoemd|meisje genoemd|zich een jongen|zich een meisje|zich jongen|zich meisje)
(?:roma|sinti|zigeuner*|woonwagen*|woonwagenkamp|woonwagenbewoner*|kampers|kamper)
(?:donkere|zwarte|bruine|getinte|blanke|lichtgetinte) (?:jongen|meisje|huid|huidskleur|kind|kinderen|leerling|gezin)
huidskleur
(?:asielzoeker*|statushouder*|vluchteling*|azc|coa|ind|asielprocedure|asielaanvraag|asiel|verblijfsvergunning|verblijfsstatus|verblijfspapieren|ongedocumenteerd*|illegaal|uitgeprocedeerd*|geen papieren|zonder papieren|nationaliteit|dubbele nationaliteit|staatloos|arbeidsmigrant*|expat*|nieuwkomer*|migratieachtergrond|allochtoon|allochtone|afkomst|roots|komaf|inburgering|inburgeringscursus)
(?:vakbond|vakbondslid|lid van (?:de|het|een) (?:partij|vakbond|pvv|vvd|pvda|cda|sgp|denk|fvd|d66|groenlinks|sp|bbb|christenunie|kerk|moskee)|stemt … (?:pvv|vvd|sgp|denk|fvd)|raadslid|wethouder|burgemeester|dominee|imam|predikant|ouderling|pastoor|influencer|vlogger|youtuber|profvoetballer(?! (?:te )?worden)|bekende nederlander|bn'er)
`;

export const jobs =
  "(?:huisarts|arts|tandarts|dokter|dominee|imam|burgemeester|wethouder|raadslid|politieagent|agent|politieman|militair|advocaat|rechter|ondernemer|boer|visser|vrachtwagenchauffeur|chauffeur|juf|leerkracht|leraar|lerares|docent|directeur|verpleegkundige|kapper|kapster|bakker|slager|schilder|timmerman|bouwvakker|loodgieter|monteur|makelaar|notaris|apotheker|journalist|acteur|zanger|zangeres|voetballer|trainer|prostituee|schoonmaker|schoonmaakster|kok|ober|winkelier|eigenaar|uitsmijter|bewaker|piloot|stewardess|glazenwasser|stratenmaker|rijinstructeur|wijkverpleegkundige|thuiszorgmedewerker|barman|koerier|pakketbezorger|taxichauffeur|buschauffeur)";
