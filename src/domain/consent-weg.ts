/** The way a question goes: on which ground, or outside the team. Per way what must hold, and what then is open. */
import type { ConsentBesluit } from "./consent-besluit.ts";
import type { ConsentFacts } from "./consent-facts.ts";
import { happened } from "./consent-gebeurtenis.ts";
import { informed, termOver } from "./consent-informatie.ts";
import { askingTask, everyYes, heard } from "./consent-ja.ts";
import { noNo } from "./consent-nee.ts";
import { gezagUnchanged, notStopped, partnersNamed, withinScope } from "./consent-reikwijdte.ts";
import { all, fails, holds, type Toets, type Zaak } from "./consent-toets.ts";
import { exceptionDecided, toldAfterwards } from "./consent-uitzondering.ts";

export type Weg = ConsentFacts["vraag"]["grondslag"] | "jeugdbeschermer" | "buiten_szt";

export function wegVan({ vraag, gezag }: ConsentFacts): Weg {
  switch (vraag.doel) {
    case "advies_veilig_thuis":
    case "melding_veilig_thuis":
    case "inzage":
      return "buiten_szt";
    case "verstrekking_jeugdbeschermer":
      return gezag.toezicht || gezag.deels.length > 0 || gezag.soort === "voogdij_instelling"
        ? "jeugdbeschermer"
        : vraag.grondslag;
    case "adviesvraag_swv":
      return vraag.grondslag === "schriftelijk" ? "schriftelijk" : "anoniem";
    default:
      return vraag.grondslag;
  }
}

/** What must hold on each way. Nothing else opens anything. */
export const toetsen: Readonly<Record<Weg, (zaak: Zaak) => Toets>> = {
  // Everyone whose consent is required, in writing and beforehand, informed, with the partners named (004, optie 1).
  schriftelijk: (zaak) =>
    all(
      notStopped(zaak),
      gezagKnown(zaak),
      noNo(zaak),
      informed(zaak),
      everyYes(zaak),
      partnersNamed(zaak),
      withinScope(zaak),
      heard(zaak),
    ),
  // Informed in writing, time to object, nobody objected (004, optie 2).
  instemming: (zaak) =>
    all(
      notStopped(zaak),
      zaak.facts.instelling.instemming === "toegestaan"
        ? holds()
        : fails("instemming_niet_toegestaan", askingTask(zaak)),
      gezagKnown(zaak),
      noNo(zaak),
      informed(zaak),
      termOver(zaak),
      withinScope(zaak),
      heard(zaak),
    ),
  // No personal data at all; what makes a child recognisable is no anonymous question (004, optie 3).
  anoniem: (zaak) =>
    all(notStopped(zaak), adviceAllowed(zaak), unrecognisable(zaak), takenBackElsewhere(zaak)),
  uitzondering: (zaak) => {
    const decided = all(notStopped(zaak), exceptionDecided(zaak));
    return all(decided, toldAfterwards(zaak, decided.ok));
  },
  geen: withoutGround,
  // Under an ots the school may inform the jeugdbeschermer where that is needed, and nobody else with it. Who is the
  // guardian is told as the one who decides: gezag is checked, and a no is a no.
  jeugdbeschermer: (zaak) => {
    const { toezicht, deels } = zaak.facts.gezag;
    const shared = toezicht || deels.length > 0;
    return all(notStopped(zaak), ...(shared ? [] : [gezagKnown(zaak), noNo(zaak)]));
  },
  // Advice of Veilig Thuis, a report, and what a parent may see go their own way.
  buiten_szt: ({ facts, wie }) => {
    const whose = facts.vraag.doel === "inzage" && wie.eerstGezag;
    return fails("buiten_szt", "BUITEN_SZT_HOUDEN", ...(whose ? (["CONTROLEER_GEZAG"] as const) : []));
  },
};

export interface Opening extends Pick<ConsentBesluit, "bespreken" | "extern" | "regierol"> {
  readonly kanaal: "regel" | "anoniem" | "niets";
}
const niets: Opening = { bespreken: "niet", extern: "geen", regierol: "nee", kanaal: "niets" };

const openingen: Readonly<Record<Weg, Opening>> = {
  schriftelijk: {
    bespreken: "op_naam",
    extern: "volledig_proportioneel",
    regierol: "toewijsbaar",
    kanaal: "regel",
  },
  instemming: { bespreken: "op_naam", extern: "buitenkant", regierol: "na_toestemming", kanaal: "regel" },
  anoniem: { bespreken: "anoniem", extern: "consultatief", regierol: "nee", kanaal: "anoniem" },
  uitzondering: { bespreken: "op_naam", extern: "eigen_afweging", regierol: "nee", kanaal: "niets" },
  jeugdbeschermer: {
    bespreken: "op_naam",
    extern: "volledig_proportioneel",
    regierol: "nee",
    kanaal: "niets",
  },
  geen: niets,
  buiten_szt: niets,
};

export function openingOf(weg: Weg, ok: boolean): Opening {
  return ok ? openingen[weg] : niets;
}

function gezagKnown(zaak: Zaak): Toets {
  return zaak.wie.eerstGezag || !gezagUnchanged(zaak)
    ? fails("gezag_controleren", "CONTROLEER_GEZAG")
    : holds();
}

function adviceAllowed(zaak: Zaak): Toets {
  const { vraag, instelling } = zaak.facts;
  return vraag.doel === "adviesvraag_swv" && instelling.adviesvraag === "alleen_met_toestemming"
    ? fails("adviesvraag_niet_toegestaan", askingTask(zaak))
    : holds();
}

function unrecognisable({ facts }: Zaak): Toets {
  return facts.vraag.tekstHerkenbaar ? fails("tekst_herkenbaar", "ANONIMISEER_TEKST") : holds();
}

/** What was there by name stops, while the question can go on without one. */
function takenBackElsewhere(zaak: Zaak): Toets {
  const stops = noNo(zaak).taken.filter(
    (code) => code === "STOP_VERWERKING" || code === "INFORMEER_ONTVANGERS_INTREKKING",
  );
  return holds(...stops);
}

/** Who has gezag comes first; then the parents are asked, unless they said no already. */
function withoutGround(zaak: Zaak): Toets {
  const none = fails("geen_grondslag");
  const first = all(notStopped(zaak), gezagKnown(zaak));
  if (!first.ok) return all(none, first);
  const no = noNo(zaak);
  return all(none, no, informed(zaak), heard(zaak), no.ok ? holds(askingTask(zaak)) : holds());
}

/** One bound to secrecy may see a duty that weighs more than secrecy, and then weighs it alone (004 ch. 1 par. 8). */
export function isConflictOfDuties(facts: ConsentFacts): boolean {
  const danger = facts.vraag.externWilInhoud && happened(facts, "gevaar");
  return danger || happened(facts, "conflict_van_plichten");
}
