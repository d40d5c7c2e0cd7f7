/** The times of who was asked for one item alone follow the agenda, in the transaction that changes it. */
import { puntenOf } from "#database/agendapunt.ts";
import { endGenodigde, type GenodigdeOpRonde, genodigdenOf, moveGenodigde } from "#database/genodigde.ts";
import { savedBefore } from "#database/notice.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { Dossier, RondeFeit } from "#domain/dossier.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import { seeTijdvak } from "#domain/see-tijdvak.ts";
import { sameTijdvak, type Tijdvak, tijdvakOf } from "#domain/tijdvak.ts";
import { todayIn } from "#domain/today.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";

/**
 * Who is off hears so. A new time is told once the agenda is fixed, or with another day or place; before that the card
 * that stands shows it. Once a transaction, whatever led to it. What was discussed keeps its time, and so does what is
 * spoken of now; what a round that ended did not come to is off for who came for it.
 */
export async function followTijdvakken(tx: Tx, rondeId: string, feit: string): Promise<readonly Notice[]> {
  const genodigden = await genodigdenOf(tx, rondeId);
  if (genodigden.length === 0) return [];
  const [ronde] = await rondesById(tx, [rondeId]);
  if (!ronde || isLongOver(ronde, todayIn(tx.now))) return refreshedItems(tx, genodigden, feit);
  const punten = await puntenOf(tx, rondeId);
  const gone = ronde.status === "vervallen" || ronde.status === "gesloten";
  const notices: Notice[] = [];
  for (const one of genodigden) {
    const punt = punten.find(({ id }) => id === one.puntId);
    if (punt?.status === "besproken") continue;
    const nu = gone || !one.genoemd ? null : tijdvakOf(ronde, punten, one.puntId);
    if (nu && punt?.begonnen) continue;
    notices.push(...(await follow(tx, ronde, { one, nu })));
  }
  return [...notices, ...(await refreshedItems(tx, genodigden, feit))];
}

/** Of a day that has gone nobody hears any more that the time is not needed. */
function isLongOver({ status, datum }: RondeFeit, today: Temporal.PlainDate): boolean {
  return status === "gesloten" && Temporal.PlainDate.compare(datum, today) < 0;
}

/** Whom a transaction told something already: one change is told once, and an edit right after it would take its words. */
const told = new WeakMap<Tx, Set<string>>();
const isTold = (tx: Tx, puntId: string, persoonId: string) =>
  told.get(tx)?.has(`${puntId}:${persoonId}`) ?? false;

function tellOnce(
  tx: Tx,
  soort: "tijdvak_verzet" | "tijdvak_vervallen",
  one: GenodigdeOpRonde,
): readonly Notice[] {
  if (isTold(tx, one.puntId, one.persoonId)) return [];
  noteTold(tx, one);
  return tell(soort, one, `i${one.icsVolgorde + 1}`);
}

/** Told in this transaction by other words. */
export function noteTold(
  tx: Tx,
  { puntId, persoonId }: Pick<GenodigdeOpRonde, "puntId" | "persoonId">,
): void {
  told.set(tx, (told.get(tx) ?? new Set()).add(`${puntId}:${persoonId}`));
}

async function follow(
  tx: Tx,
  ronde: RondeFeit,
  { one, nu }: { readonly one: GenodigdeOpRonde; readonly nu: Tijdvak | null },
): Promise<readonly Notice[]> {
  if (!nu) {
    await endGenodigde(tx, one);
    return tellOnce(tx, "tijdvak_vervallen", one);
  }
  const elsewhere = one.rondeVolgorde !== ronde.icsVolgorde;
  if (sameTijdvak(one, nu) && !elsewhere) return [];
  const fixed = ronde.agendaVastOp !== null || elsewhere;
  const begonnen = ronde.status === "open";
  await moveGenodigde(tx, one, { ...nu, rondeVolgorde: ronde.icsVolgorde, begonnen });
  return fixed ? tellOnce(tx, "tijdvak_verzet", one) : [];
}

async function refreshedItems(
  tx: Tx,
  genodigden: readonly GenodigdeOpRonde[],
  feit: string,
): Promise<readonly Notice[]> {
  const items = new Map(genodigden.map(({ puntId: id, sztId }) => [id, { id, sztId }]));
  const notices: Notice[] = [];
  for (const plek of items.values()) {
    const refreshed = await refreshAbout(tx, "tijdvak", plek, { feit });
    notices.push(
      ...refreshed.filter(({ aan }) => !("persoonId" in aan && isTold(tx, plek.id, aan.persoonId))),
    );
  }
  return notices;
}

/**
 * The chair begins an item: who comes for it alone hears so, once for each time that was told. To who cannot come, or may
 * not know of it any more, nothing is said.
 */
export async function tellBegint(
  tx: Tx,
  rondeId: string,
  { dossier, puntId }: { readonly dossier: Dossier; readonly puntId: string },
): Promise<readonly Notice[]> {
  const coming = (await genodigdenOf(tx, rondeId)).filter((one) => {
    const gezien = seeTijdvak({ genodigde: one, dossier, scholen: [] }, { ...one, now: tx.now });
    return one.puntId === puntId && one.komst !== "niet" && gezien?.soort === "komt";
  });
  const begun = coming.map((one) => ({
    one,
    // Somebody waits in front of a door.
    notices: tell("tijdvak_begint", one, `i${one.icsVolgorde}`).map((notice) => ({
      ...notice,
      dringend: true,
    })),
  }));
  const before = await savedBefore(
    tx,
    begun.flatMap(({ notices }) => notices.map(({ sleutel }) => sleutel)),
  );
  const fresh = begun.filter(({ notices }) => notices.every(({ sleutel }) => !before.has(sleutel)));
  for (const { one } of fresh) noteTold(tx, one);
  return fresh.flatMap(({ notices }) => notices);
}

/** To all who are asked for an item of this round: the time stands, the link once more, or the day is here. */
export async function tellTijdvakken(
  tx: Tx,
  soort: "tijdvak_vast" | "tijdvak_link" | "tijdvak_ververst",
  ronde: Pick<RondeFeit, "id" | "icsVolgorde">,
  feit = "i",
): Promise<readonly Notice[]> {
  const genodigden = await genodigdenOf(tx, ronde.id);
  return genodigden.flatMap((one) => tell(soort, one, `${feit}${ronde.icsVolgorde}`));
}

export function tell(
  soort: Extract<NoticeKind, `tijdvak_${string}`>,
  { puntId: id, sztId, persoonId }: Pick<GenodigdeOpRonde, "puntId" | "sztId" | "persoonId">,
  feit: string,
): readonly Notice[] {
  return tellAbout(soort, { id, sztId }, { personen: [persoonId], feit });
}
