import { dataKeyOf } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import {
  lockSzt,
  openHulpvraagOf,
  saveTafel,
  saveVraag,
  touchHulpvraag,
  zaakOf,
} from "#database/hulpvraag.ts";
import { type LeerlingLike, leerlingenLike } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import type { Dossier } from "#domain/dossier.ts";
import {
  checkStap1,
  checkStap2,
  checkStap3,
  type IntakeGezien,
  type IntakeStap1,
  type IntakeStap2,
  type IntakeStap3,
  type Stap2Veld,
  type Stap3Veld,
  seeIntake,
} from "#domain/intake.ts";
import { judgeNaamgenoot } from "#domain/naamgenoot.ts";
import type { Notice } from "#domain/notice.ts";
import { seal } from "#domain/sealed.ts";
import { todayIn } from "#domain/today.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import type { Stap1Refusal } from "./intake.ts";
import { keepGegevens } from "./leerling-naam.ts";
import { type BekendeLeerling, bekendenOf } from "./naamgenoot.ts";
import { recordKept } from "./screening.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** Which concept, at the version that the dialog was drawn from. */
export interface At {
  readonly id: string;
  readonly versie: number;
}

/** Put away, withdrawn or already on its way: it is not filled in any more. */
export interface GeenConcept {
  readonly kind: "geen_concept";
}
type StapRefusal<Veld extends string> =
  | ActRefusal
  | GeenConcept
  | { readonly kind: "velden"; readonly problemen: Problemen<Veld> };

interface Open {
  readonly tx: Tx;
  readonly dossier: Dossier;
  readonly gezien: IntakeGezien;
  readonly today: Temporal.PlainDate;
  readonly save: (notices: readonly Notice[]) => Promise<void>;
}

/** One step of a concept: loaded, allowed, at the right version; saved, logged and shown on every standing card. */
async function saveStap<E>(
  act: Act,
  at: At,
  stap: { readonly nummer: 1 | 2 | 3; readonly run: (open: Open) => Promise<Result<boolean, E>> },
): Promise<Result<{ id: string }, E | ActRefusal | GeenConcept>> {
  const { world, actor } = act;
  return perform<{ id: string }, E | ActRefusal | GeenConcept>(act, async (tx, save) => {
    const dossier = await loadDossier(tx, world.keys, at.id);
    if (!dossier) return refuse({ kind: "onzichtbaar" });
    const look = seeIntake(dossier, { actor, now: tx.now });
    if (!look.ok) return look;
    if (look.value.versie !== at.versie) return refuse({ kind: "verouderd" });
    const saved = await stap.run({ tx, dossier, gezien: look.value, today: todayIn(tx.now), save });
    if (!saved.ok) return saved;
    if (!saved.value) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "intake_bewaard",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, at.id)),
      gegevens: { stap: stap.nummer },
    });
    await save(
      await refreshed(tx, { ...at, sztId: dossier.sztId, versie: at.versie + 1 }, [actor.persoonId]),
    );
    return ok({ id: at.id });
  });
}

/** The school stays: another school is another hulpvraag. */
export function saveStap1(
  act: Act,
  at: At,
  stap: Omit<IntakeStap1, "schoolId">,
): Promise<Result<{ id: string }, Stap1Refusal | ActRefusal | GeenConcept>> {
  return saveStap<Stap1Refusal>(act, at, {
    nummer: 1,
    async run({ tx, dossier, gezien, today, save }) {
      const own = { ...stap, schoolId: dossier.schoolId };
      const problemen = checkStap1(own, { sector: gezien.sector, today });
      if (problemen) return refuse({ kind: "velden", problemen });
      await lockSzt(tx, dossier.sztId);
      const nummer = await nummerOf(tx, act.world, own, dossier.leerlingId);
      if (!nummer.ok) return nummer;
      const { gezag, schoolId, zelfde: _, ...gegevens } = own;
      const row = { id: dossier.leerlingId, schoolId, gezag, gegevens, nummer: nummer.value };
      await save(await keepGegevens(tx, act.world, row, act.press));
      return ok(await touchHulpvraag(tx, at));
    },
  });
}

/** Which of those with this name the leerling of a concept is. With the name it had, it was asked before. */
async function nummerOf(
  tx: Tx,
  world: Pick<World, "keys" | "log">,
  stap: IntakeStap1,
  leerlingId: string,
): Promise<Result<number, Stap1Refusal>> {
  const own = (await leerlingenLike(tx, world.keys, stap)).find(({ id }) => id === leerlingId);
  const bekenden = await bekendenOf(tx, world, stap);
  if (own) return settled(tx, bekenden, { own, kenmerk: stap.kenmerk });
  const oordeel = judgeNaamgenoot(bekenden, stap);
  switch (oordeel.kind) {
    case "vragen":
      return refuse({ kind: "zelfde_leerling", bekenden: oordeel.bekenden });
    case "bestaat_al":
      return refuse({ kind: "bestaat_al", hulpvraag: oordeel.bekende.hulpvraag });
    case "dezelfde":
      return ok(oordeel.bekende.nummer);
    case "nieuw":
      return ok(oordeel.nummer);
  }
}

/** It stays who it is, unless its number in the school's own system says that it is one that has an open hulpvraag. */
async function settled(
  tx: Tx,
  bekenden: readonly BekendeLeerling[],
  { own, kenmerk }: { readonly own: LeerlingLike; readonly kenmerk: string | null },
): Promise<Result<number, Stap1Refusal>> {
  const same = bekenden.filter(
    ({ nummer, kenmerken }) => nummer === own.nummer || (kenmerk !== null && kenmerken.includes(kenmerk)),
  );
  const others = same.flatMap(({ leerlingIds }) => leerlingIds).filter((id) => id !== own.id);
  const hulpvraag = await openHulpvraagOf(tx, others);
  return hulpvraag ? refuse({ kind: "bestaat_al", hulpvraag }) : ok(own.nummer);
}

export function saveStap2(
  act: Act,
  at: At,
  stap: IntakeStap2,
): Promise<Result<{ id: string }, StapRefusal<Stap2Veld>>> {
  return saveStap<StapRefusal<Stap2Veld>>(act, at, {
    nummer: 2,
    async run({ tx, dossier, gezien, today }) {
      const problemen = checkStap2(stap, { naam: gezien.naam, today });
      if (problemen) return refuse({ kind: "velden", problemen });
      const { vraag, gedaanToelichting, oudersVraag, laat = {} } = stap;
      const teksten = { vraag, gedaanToelichting, oudersVraag };
      await recordKept(tx, dossier, { teksten, laat, known: { naam: gezien.naam } });
      const key = await dataKeyOf(tx, act.world.keys, dossier.leerlingId);
      const sealed = (text: string | null) => (text === null ? null : seal(text));
      return ok(
        await saveVraag(tx, key, at, {
          domeinen: stap.domeinen,
          alGedaan: stap.alGedaan,
          vraag: seal(stap.vraag),
          gedaanToelichting: sealed(stap.gedaanToelichting),
          oudersVraag: sealed(stap.oudersVraag),
        }),
      );
    },
  });
}

export function saveStap3(
  act: Act,
  at: At,
  stap: IntakeStap3,
): Promise<Result<{ id: string }, StapRefusal<Stap3Veld>>> {
  return saveStap<StapRefusal<Stap3Veld>>(act, at, {
    nummer: 3,
    async run({ tx, gezien }) {
      const problemen = checkStap3(stap, gezien.tafel);
      if (problemen) return refuse({ kind: "velden", problemen });
      return ok(await saveTafel(tx, at, stap));
    },
  });
}
