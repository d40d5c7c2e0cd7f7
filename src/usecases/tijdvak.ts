/** The times of who was asked for one item alone follow the agenda, in the transaction that changes it. */
import { puntenOf } from "#database/agendapunt.ts";
import { endGenodigde, type GenodigdeOpRonde, genodigdenOf, moveGenodigde } from "#database/genodigde.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import { sameTijdvak, type Tijdvak, tijdvakOf } from "#domain/tijdvak.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";

/**
 * Who is off hears so. A new time is told once the agenda is fixed, or with another day or place; before that the card
 * that stands shows it. Once a transaction, whatever led to it.
 */
export async function followTijdvakken(tx: Tx, rondeId: string, feit: string): Promise<readonly Notice[]> {
  const genodigden = await genodigdenOf(tx, rondeId);
  if (genodigden.length === 0) return [];
  const [ronde] = await rondesById(tx, [rondeId]);
  if (!ronde || ronde.status === "gesloten") return refreshedItems(tx, genodigden, feit);
  const punten = await puntenOf(tx, rondeId);
  const notices: Notice[] = [];
  for (const one of genodigden) {
    const nu = ronde.status === "vervallen" || !one.genoemd ? null : tijdvakOf(ronde, punten, one.puntId);
    notices.push(...(await follow(tx, ronde, { one, nu })));
  }
  return [...notices, ...(await refreshedItems(tx, genodigden, feit))];
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
  await moveGenodigde(tx, one, { ...nu, rondeVolgorde: ronde.icsVolgorde });
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
