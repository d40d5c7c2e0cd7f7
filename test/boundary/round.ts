import { hashOf } from "#database/bestandslink.ts";
import { someTeam } from "#test/domain/a-dossier.ts";
import { rewriteKey } from "#usecases/samenvatting.ts";
import { idOf, type Place, type Rows } from "./seed.ts";

/** Tokens of links that somebody outside the cases follows. */
export const links = {
  file: "bestand-voor-een-deelnemer-0001",
  feed: "agenda-van-een-deelnemer-00001",
} as const;

/** Few, because every message costs a turn: the ib, a partner that may be named, and one who seldom is. */
const atRound: readonly string[] = ["ib1", "smw1", "wijk1"];

/** The round of last Friday with its summary confirmed, the one of Wednesday, and what will happen today. */
export function roundRows({ swv_id, szt_id, held, coming, person }: Place, adviesvragen: boolean): Rows {
  const round = {
    swv_id,
    szt_id,
    begin: "13:30",
    duur_minuten: 60,
    plaats: "op_school_en_online",
    deelname_link:
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0",
    voorzitter_id: person("ib1"),
    notulist_id: person("smw1"),
    ics_volgorde: 0,
    versie: 1,
    gemaakt_door: person("ib1"),
    gemaakt_op: "2026-11-10T10:00:00Z",
  };
  const participants = someTeam.filter(({ persoonId }) => atRound.includes(persoonId));
  const timer = (soort: string, onderwerp: string, at: string, sleutel: string) => ({
    ...{ id: idOf("wekker", sleutel), swv_id, soort, onderwerp_id: onderwerp, sleutel },
    op: `2026-11-23T${at}:00+01:00`,
    gemaakt_op: "2026-11-10T10:00:00Z",
  });
  return {
    overlegronde: [
      {
        ...round,
        id: held,
        datum: "2026-11-20",
        status: "gesloten",
        adviesvragen_besproken: adviesvragen,
        geopend_op: "2026-11-20T12:30:00Z",
        gesloten_op: "2026-11-20T13:30:00Z",
        samenvatting_bevestigd_op: "2026-11-20T13:35:00Z",
        samenvatting_bevestigd_door: person("ib1"),
      },
      { ...round, id: coming, datum: "2026-11-25", status: "gepland", adviesvragen_besproken: false },
    ],
    deelname: [held, coming].flatMap((ronde_id) =>
      participants.map(({ persoonId, functie }) => ({
        ...{ swv_id, szt_id, ronde_id, functie, persoon_id: person(persoonId) },
        aanwezigheid: ronde_id === held ? "in_de_kamer" : null,
      })),
    ),
    wekker: [
      timer("samenvatting_herschrijven", held, "12:00", rewriteKey(held)),
      timer("agenda_vast", coming, "10:00", `agenda_vast:${coming}:0`),
    ],
    bestandslink: [
      {
        ...{ token_hash: `\\x${hashOf(links.file).toString("hex")}`, swv_id, persoon_id: person("wijk1") },
        ...{ soort: "agenda_ronde", onderwerp_id: coming, keuze: {} },
        geldig_tot: "2026-12-01T00:00:00Z",
        gemaakt_op: "2026-11-20T14:00:00Z",
      },
    ],
    agendafeed: [
      {
        ...{ token_hash: `\\x${hashOf(links.feed).toString("hex")}`, swv_id, persoon_id: person("wijk1") },
        gemaakt_op: "2026-11-20T14:00:00Z",
      },
    ],
  };
}
