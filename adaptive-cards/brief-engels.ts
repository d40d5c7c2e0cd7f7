/**
 * A translation of brief-nederlands.ts, not yet checked by a native speaker. One word for one thing: toestemming is consent,
 * bezwaar objection, regierol lead role, vraag question, overleggen discuss.
 */
import type { BriefWoorden, Duur } from "./brief-woord.ts";

const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
const lengthOf = (duur: Duur): string =>
  "jaren" in duur ? count(duur.jaren, "year") : count(duur.maanden, "month");

const team = "In this team the school works with people who help children and parents.";

export const woorden: BriefWoorden = {
  locale: "en-GB",
  rtl: false,
  melding:
    "This is a translation. The Dutch text is the one that counts. This translation has not yet been checked by a native speaker.",
  functie: {
    ib: "support coordinator at school (intern begeleider)",
    coo: "student support coordinator (ondersteuningscoördinator)",
    smw: "school social worker",
    wijkteam: "member of the neighbourhood team (wijkteam)",
    scp: "contact person of the schools partnership (samenwerkingsverband)",
    bpo: "adviser on extra support in school (begeleider passend onderwijs)",
    orthopedagoog: "educational psychologist (orthopedagoog)",
    jeugdverpleegkundige: "child health nurse",
    jeugdarts: "child health doctor",
    leerplicht: "school attendance officer",
    politie: "community police officer",
    overig: "someone else, namely:",
  },
  partij: {
    ouder1: "Parent or carer 1",
    ouder2: "Parent or carer 2",
    leerling: "Pupil",
    voogd: "Guardian",
    voogd2: "Guardian 2",
  },
  label: {
    uiterlijk: "No later than",
    aan: "To",
    naam: { ouders: "Name of your child", leerling: "Your name" },
    vraag: "The question we will discuss",
    uitgesloten: "We will not talk about",
    wie: "Who",
    ondertekenaar: "Name",
    datum: "Date",
    handtekening: "Signature",
    vragen: "Questions",
    klacht: "Complaints",
    functionaris: "Data protection officer",
    toezicht: "Privacy regulator",
  },
  brief: {
    aanhef: { ouders: "Dear parent or guardian,", leerling: "Dear pupil," },
    kop: {
      schriftelijk: { ouders: "May we discuss your child?", leerling: "May we discuss your situation?" },
      instemming: { ouders: "We want to discuss your child", leerling: "We want to discuss your situation" },
      regierol: { ouders: "Do you agree with our proposal?", leerling: "Do you agree with our proposal?" },
    },
    inleiding: {
      schriftelijk: {
        ouders: `We want to help your child well. That is why we want to discuss your child in the School Care Team (School Zorg Team). ${team} We will only do this if you agree.`,
        leerling: `We want to help you well. That is why we want to discuss your situation in the School Care Team (School Zorg Team). ${team} You are 16 or older. That is why you decide yourself. Your parents will only hear about it if you agree.`,
      },
      instemming: {
        ouders: `We want to help your child well. That is why we want to discuss your child in the School Care Team (School Zorg Team). ${team} Do you object? Then we will not do this.`,
        leerling: `We want to help you well. That is why we want to discuss your situation in the School Care Team (School Zorg Team). ${team} You are 16 or older. That is why you decide yourself. Your parents will only hear about it if you agree. Do you object? Then we will not do this.`,
      },
      regierol: {
        ouders:
          "The School Care Team (School Zorg Team) has discussed your child. Our proposal: one fixed person keeps the overview and is your contact person. This is called the lead role (regierol). We will only start if you agree.",
        leerling:
          "The School Care Team (School Zorg Team) has discussed your situation. Our proposal: one fixed person keeps the overview and is your contact person. This is called the lead role (regierol). You are 16 or older. We will only start if you agree. Your parents will only hear about it if you agree.",
      },
    },
    wie: {
      ouders: "Only these people will hear your child’s name and the question:",
      leerling: "Only these people will hear your name and the question:",
    },
    wat: {
      kop: "What do we share?",
      tekst: {
        schriftelijk: {
          ouders:
            "Together we look for help that fits the question on the form. We share only what is needed for that, never the whole file. Is there something we should not talk about? Write it on the form.",
          leerling:
            "Together we look for help that fits the question on the form. We share only what is needed for that, never the whole file. Is there something we should not talk about? Write it on the form.",
        },
        instemming: {
          ouders:
            "Together we look for help that fits. We share only your child’s name and the question. People from outside the school say only whether they know your child, since when, and whether their help has ended.",
          leerling:
            "Together we look for help that fits. We share only your name and the question. People from outside the school say only whether they know you, since when, and whether their help has ended.",
        },
        regierol: {
          ouders:
            "The fixed person gets your child’s name, the question and what was agreed in the team. The others hear only what they need in order to help.",
          leerling:
            "The fixed person gets your name, the question and what was agreed in the team. The others hear only what they need in order to help.",
        },
      },
    },
    doelen: {
      kop: "We also ask for your consent for",
      tekst:
        "On the form we ask for more. Choose yes or no for each point. If you say no there, we may still discuss the question.",
      kind: "For help, examination or treatment your child must say yes too.",
      doel: {
        start_jeugdhulp: "Starting youth care (jeugdhulp)",
        start_hulp_wgbo: "Starting an examination or treatment",
        verstrekking_extern: "Giving data to someone outside the team",
      },
    },
    geldig: "Last day of your consent",
    intrekken: {
      schriftelijk: "You can withdraw your consent at any time. Then we stop at once.",
      regierol: "You can withdraw your consent at any time. Then this person stops.",
    },
    nee: {
      kop: "You can also say no",
      tekst: {
        ouders: "Then the school goes on helping your child as it does now.",
        leerling: "Then the school goes on helping you as it does now.",
      },
    },
    bezwaar: {
      kop: "Do you object?",
      tekst: {
        hoe: "Tell us. You can use the form, send an e-mail, phone us or talk to us. You do not have to say why.",
        een: "If one of you says no, we will not discuss it.",
        stilte:
          "If we hear nothing, we will discuss it after this day. You can still object at any time. Then we stop at once.",
        regierol: {
          ouders: "If one fixed person is to help your child, we will first ask for your consent.",
          leerling: "If one fixed person is to help you, we will first ask for your consent.",
        },
      },
    },
    houder: "We propose",
    taken: {
      kop: "What does this person do?",
      tekst: {
        ouders: [
          "talks with you about what goes well and what is needed;",
          "makes agreements with you and with those who help;",
          "makes sure that everyone keeps to the agreements;",
          "looks with you after three months whether it helps.",
        ],
        leerling: [
          "talks with you about what goes well and what is needed;",
          "makes agreements with you and with those who help;",
          "makes sure that everyone keeps to the agreements;",
          "looks with you after three months whether it helps.",
        ],
      },
    },
    rechten: {
      kop: "Your rights",
      tekst: {
        ouders:
          "You can see what has been recorded about your child. Is something wrong? Then we correct it. You can also ask us to delete data.",
        leerling:
          "You can see what has been recorded about you. Is something wrong? Then we correct it. You can also ask us to delete data.",
      },
    },
    terug: {
      kop: "Return the form",
      tekst: {
        ook: "Please return it also if you say no.",
        allen: "Everyone on the form fills it in and signs it personally.",
        gehoord:
          "Your child is 12 or older and may also say what he or she thinks. If your child says no, we will not discuss it.",
      },
    },
    uitleg: {
      kop: "Would you like an explanation?",
      tekst: {
        tolk: "We would like to talk with you about this letter. An interpreter will be there. It costs you nothing.",
        geenTolk:
          "We would like to talk with you about this letter. Would you like an interpreter? Tell us. It costs you nothing.",
      },
    },
    zin: {
      schriftelijk: "I give consent to discuss this question with the people in this letter.",
      instemming: "Fill this in only if you object, or want to talk first.",
      regierol: "I agree that this person takes the lead role (regierol).",
    },
    keuzes: {
      schriftelijk: ["Yes", "No"],
      instemming: ["I object", "Talk first"],
      regierol: ["Yes", "No"],
    },
  },
  folder: {
    kop: "The School Care Team (School Zorg Team) of",
    wat: {
      kop: "What is it?",
      tekst:
        "Sometimes a child needs more help than the teacher can give. Then the school works with people who help children and parents, at school and at home. Together they are the School Care Team. With you, they look for help that fits. It costs you nothing.",
    },
    wie: "Who is in it?",
    hoe: {
      kop: "How does it work?",
      tekst: [
        "The school first talks with you about the question.",
        "You get a letter. In it we ask for your consent, or whether you object.",
        "The team discusses it. Afterwards the school tells you the result. You can also ask to be there yourself.",
        "Sometimes more help is needed. Then one fixed person becomes your contact person. We ask you first about that too.",
      ],
    },
    delen: {
      kop: "What do we share?",
      tekst: [
        "Only what is needed for the question. Never the whole file.",
        "Only with the people named in the letter.",
        "Sometimes the school asks for advice without a name. Then nobody knows which child it is about.",
      ],
    },
    beslissen: {
      kop: "Who decides?",
      tekst:
        "Is your child younger than 12? Then the parents with parental authority decide. From 12 to 16 we also ask your child. From 16 the pupil decides alone.",
    },
    rechten: {
      kop: "Your rights",
      tekst: [
        "You can say no, object and withdraw your consent, at any time. Then we stop at once.",
        "You can see what has been recorded about your child, and who has seen it.",
        "Is something wrong? Then we correct it. You can also ask us to delete data.",
      ],
    },
    vraagAan: "Ask",
    bewaren: {
      kop: "How long do we keep data?",
      tekst: (duur) => `Up to ${lengthOf(duur)} after the help has ended. Then we delete them.`,
    },
    gevaar: {
      kop: "If a child is in danger",
      tekst:
        "Very rarely it is not safe for a child to ask first. Then the head teacher can decide that the team discusses it all the same. The head teacher writes down why. We tell you as soon as it is safe.",
    },
  },
};
