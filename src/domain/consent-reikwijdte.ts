/** What a consent was given for: its time, its subject, its school, the partners it names. Outside it nothing was asked. */
import { standVan } from "./consent-antwoord.ts";
import { leidingRollen } from "./consent-facts.ts";
import { happened, happensByRonde, othersReceived } from "./consent-gebeurtenis.ts";
import { askingTask } from "./consent-ja.ts";
import { all, fails, holds, type Toets, type Zaak } from "./consent-toets.ts";
import { schoolYearEnd } from "./schooljaar.ts";

/** Its time, its subject, its question. */
export function withinScope(zaak: Zaak): Toets {
  const { facts, dag } = zaak;
  const { reikwijdte } = facts;
  const end = lastDayOf(zaak);
  const expired = end !== null && Temporal.PlainDate.compare(end, dag) < 0;
  const excluded = reikwijdte?.onderwerp && reikwijdte.uitgesloten.includes(reikwijdte.onderwerp);
  const renew = (
    ok: boolean,
    reden: "verlopen" | "onderwerp_uitgesloten" | "andere_vraag" | "zestien_geworden",
  ) => (ok ? holds() : fails(reden, "HERNIEUW_TOESTEMMING"));
  return all(
    renew(!expired && holdsSince(zaak, "verlopen"), "verlopen"),
    renew(!excluded, "onderwerp_uitgesloten"),
    renew(holdsSince(zaak, "andere_vraag"), "andere_vraag"),
    // Where the pupil signs it shows in the answers; here others were told than the one who now decides.
    renew(facts.vraag.grondslag !== "instemming" || holdsSince(zaak, "zestien_geworden"), "zestien_geworden"),
  );
}

/** The school still has something to discuss, and with a consent that was given to this school. */
export function notStopped(zaak: Zaak): Toets {
  const { facts } = zaak;
  const gone = happensByRonde(facts, "van_school_af");
  const moved = holdsSince(zaak, "andere_school") ? [] : happensByRonde(facts, "andere_school");
  const left = [...gone, ...moved][0];
  const stop = happened(facts, "van_school_af") || (moved.length > 0 && happened(facts, "andere_school"));
  return all(
    left
      ? fails(
          "andere_school",
          ...(stop ? (["STOP_VERWERKING"] as const) : []),
          ...(stop && othersReceived(facts, left.op) ? (["INFORMEER_ONTVANGERS_INTREKKING"] as const) : []),
          ...(moved.length > 0 ? (["HERNIEUW_TOESTEMMING"] as const) : []),
        )
      : holds(),
    isClosed(zaak) ? fails("afgesloten", "STOP_VERWERKING") : holds(),
  );
}

/** Who has gezag changed since, and nobody looked at it. */
export function gezagUnchanged(zaak: Zaak): boolean {
  return zaak.wie.leerlingBeslist || holdsSince(zaak, "gezag_gewijzigd");
}

export function partnersNamed(zaak: Zaak): Toets {
  const partners = zaak.facts.reikwijdte?.partners ?? [];
  if (partners.some((rol) => !leidingRollen.includes(rol))) return holds();
  return fails("geen_partners_genoemd", askingTask(zaak));
}

/**
 * A signature holds for a school year at most (domain.md §3; 004: not for eight years): what was not said ends with the
 * school year in which the first of them signed, and what was said no later than a year after that.
 */
export function lastDayOf({ facts, wie }: Zaak): Temporal.PlainDate | null {
  const said = facts.reikwijdte?.geldigTot ?? null;
  if (facts.vraag.grondslag !== "schriftelijk") return said;
  const signed = wie.vereist.flatMap((partij) => {
    const stand = standVan(facts, partij);
    return stand.kind === "ja" && stand.op ? [stand.op.toPlainDate()] : [];
  });
  const first = signed.toSorted(Temporal.PlainDate.compare)[0];
  if (!first) return said;
  const most = said ? first.add({ years: 1 }) : schoolYearEnd(first);
  return said && Temporal.PlainDate.compare(said, most) < 0 ? said : most;
}

/** It did not happen, or what the ground rests on was all asked again after it. */
function holdsSince(
  zaak: Zaak,
  soort: "andere_school" | "andere_vraag" | "verlopen" | "zestien_geworden" | "gezag_gewijzigd",
): boolean {
  const asked = lastAsked(zaak);
  return happensByRonde(zaak.facts, soort).every(({ op }) => asked.every((moment) => isAfter(moment, op)));
}

/** When each thing that the ground rests on was last there; null: never, or nobody knows. */
function lastAsked({ facts, wie }: Zaak): readonly (Temporal.PlainDateTime | null)[] {
  switch (facts.vraag.grondslag) {
    case "schriftelijk":
      return wie.vereist.map((partij) => {
        const stand = standVan(facts, partij);
        return stand.kind === "ja" ? stand.op : null;
      });
    case "instemming":
      return [facts.vraag.geinformeerdOp];
    case "uitzondering":
      return [facts.uitzondering?.beslotenOp ?? null];
    case "anoniem":
    case "geen":
      return [null];
  }
}

function isAfter(later: Temporal.PlainDateTime | null, op: Temporal.PlainDateTime | null): boolean {
  return later !== null && op !== null && Temporal.PlainDateTime.compare(later, op) > 0;
}

function isClosed({ facts }: Zaak): boolean {
  const reopened = happensByRonde(facts, "heropend");
  return happensByRonde(facts, "afgesloten").some(
    ({ op }) => !reopened.some((later) => isAfter(later.op, op)),
  );
}
