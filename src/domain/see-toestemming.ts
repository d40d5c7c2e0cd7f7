/** What the ib needs to see to record a toestemming: whose answer counts, and what was recorded before. */
import type { Antwoordsoort, Functie, Gezag, Partij } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { tafelFuncties } from "./intake.ts";
import type { Actor } from "./scope.ts";
import { seeHulpvraag } from "./see-hulpvraag.ts";
import { todayIn } from "./today.ts";
import { type RequiredPartijen, requiredPartijen, schoolYearEnd } from "./toestemming.ts";
import { lastAnswers } from "./toestemming-antwoord.ts";
import type { Antwoord, AntwoordVan } from "./toestemming-form.ts";
import { explain, reveal, usualDoel, viewpointOf } from "./visibility.ts";

export interface ToestemmingGezien {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly naam: string;
  readonly gezag: Gezag;
  readonly whose: RequiredPartijen;
  readonly antwoorden: readonly AntwoordVan[];
  /** Who can be named in the toestemming. */
  readonly tafel: readonly Functie[];
  /** Named before, or else those who were asked to the table. */
  readonly partners: readonly Functie[];
  readonly geldigTot: Temporal.PlainDate;
  readonly vandaag: Temporal.PlainDate;
  /** Whose yes still stands and can be taken back. */
  readonly intrekbaar: readonly Partij[];
  readonly mag: { readonly vastleggen: boolean; readonly intrekken: boolean };
}

/** Null for everyone but the ib of the school of an open hulpvraag. */
export function seeToestemming(
  dossier: Dossier,
  actor: Pick<Actor, "persoonId">,
  now: Temporal.Instant,
): ToestemmingGezien | null {
  const gezien = seeHulpvraag(dossier, actor, now);
  if (!gezien?.toestemming || !gezien.leerling) return null;
  const today = todayIn(now);
  const { geboortemaand, naam } = gezien.leerling;
  const tafel = tafelFuncties(dossier.team, today);
  const wished = dossier.toestemming?.partners ?? dossier.aanTafel;
  const until = dossier.toestemming?.geldigTot;
  return {
    id: dossier.id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    naam,
    gezag: dossier.gezag,
    whose: requiredPartijen(
      {
        geboortemaand: Temporal.PlainYearMonth.from(geboortemaand),
        gezag: dossier.gezag,
        stemLeerling: dossier.regels.stem_leerling,
      },
      today,
    ),
    antwoorden: recorded(dossier, actor, now),
    tafel,
    partners: wished.filter((functie) => tafel.includes(functie)),
    geldigTot: until && Temporal.PlainDate.compare(until, today) >= 0 ? until : schoolYearEnd(today),
    vandaag: today,
    intrekbaar: lastAnswers(dossier.toestemming?.antwoorden ?? [])
      .filter(({ soort }) => soort === "toestemming")
      .map(({ partij }) => partij),
    mag: {
      vastleggen: gezien.mag.has("toestemming_vastleggen"),
      intrekken: gezien.mag.has("toestemming_intrekken"),
    },
  };
}

function recorded(
  dossier: Dossier,
  { persoonId }: Pick<Actor, "persoonId">,
  now: Temporal.Instant,
): readonly AntwoordVan[] {
  const doel = usualDoel(dossier.status);
  const wat = explain({
    ...viewpointOf(dossier, { persoonId, doel, now }),
    handeling: "wat_zien",
  });
  return lastAnswers(dossier.toestemming?.antwoorden ?? []).map(
    ({ partij, soort, op, vorm, bewaarplaats }) => ({
      partij,
      antwoord: antwoordOf(soort),
      op,
      vorm,
      bewaarplaats: bewaarplaats && reveal(wat, bewaarplaats),
    }),
  );
}

function antwoordOf(soort: Antwoordsoort): Antwoord {
  if (soort === "toestemming") return "ja";
  return soort === "geen_reactie" ? "nog_niet" : "nee";
}
