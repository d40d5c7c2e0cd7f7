import { z } from "zod/v4";

/**
 * What someone is told without asking. A notice holds ids and a kind, no wording: the courier loads fresh facts,
 * looks with the eyes of the one who gets it, and says it in the words of the card.
 */
export const onderwerpen = [
  "welkom",
  "hulpvraag",
  /** Open hulpvragen of one person, without names; its id is that of the person. */
  "hulpvragen",
  /** The same, of which this person is the holder. */
  "regierollen",
  /** Who has the regie of each hulpvraag that one person may know of; its id is that of the person. */
  "regie",
  /** The coming rounds of one person over all SZTs; its id is that of the person. */
  "overzicht",
  /** The way to the log of one hulpvraag. */
  "logboek",
  "ronde",
  /** One item of a round, for who was asked for that alone; its id is that of the item. */
  "tijdvak",
  /** A round that this person takes part in no more; its id is that of the round. */
  "afmelding",
  /** The report of a round; its id is that of the round. */
  "verslag",
  "samenvatting",
  "dagbericht",
  /** All tasks of one person; its id is that of the person. */
  "taken",
  "weekbericht",
  /** Something this person was part of has stopped; its id is that of the clearing. */
  "gestopt",
  /** A hulpvraag is closed, for who worked for it and sees nothing of it any more; its id is that of the hulpvraag. */
  "afgesloten",
  "adviesvraag",
  /** What can be asked about the data of one leerling; its id is that of a hulpvraag. */
  "rechten",
  "wissing",
  /** What was asked of the directeur, for that one and for the ib. */
  "uitzondering",
  "jaarplan",
  /** A moment for a round that is looked for together. */
  "momentprik",
  /** What the teams of one person have to do beside the hulpvragen; its id is that of the person. */
  "teamacties",
  /** Who works in one SZT; its id is that of the SZT. */
  "team",
  /** Work that has no owner because somebody left, for who may give it on; its id is that of the person who reads it. */
  "openwerk",
  /** How the cooperation goes: the question, and later the outcome. */
  "evaluatie",
  /** One message of ours, whatever it is about; its id is that of the message. */
  "bericht",
] as const;
export const onderwerpSchema = z.enum(onderwerpen);
export type OnderwerpSoort = z.infer<typeof onderwerpSchema>;

export interface Onderwerp {
  readonly soort: OnderwerpSoort;
  readonly id: string;
}

/**
 * `verversen`: edit the message that is there, never make a new one.
 * `melden`: a new message below in the chat; the earlier one about the same subject becomes a pointer to it.
 * `wissen`: nothing is said; every message about what was erased becomes neutral and goes.
 * `mailen`: by e-mail alone, a word that something waits in the chat.
 * `nazien`: what stands about the subject of one message is drawn once more, because nobody knows what it shows.
 */
export type Bezorging = "verversen" | "melden" | "mailen" | "wissen" | "nazien";

/** Every kind: about what, and how it is delivered. Adding one means a row here and a sentence in adaptive-cards/notice.ts. */
export const noticeKinds = {
  welkom: { onderwerp: "welkom", bezorging: "melden" },
  hulpvraag_getoond: { onderwerp: "hulpvraag", bezorging: "melden" },
  hulpvraag_ververst: { onderwerp: "hulpvraag", bezorging: "verversen" },
  hulpvragen_getoond: { onderwerp: "hulpvragen", bezorging: "melden" },
  hulpvragen_ververst: { onderwerp: "hulpvragen", bezorging: "verversen" },
  regierollen_getoond: { onderwerp: "regierollen", bezorging: "melden" },
  regierollen_ververst: { onderwerp: "regierollen", bezorging: "verversen" },
  regie_getoond: { onderwerp: "regie", bezorging: "melden" },
  regie_ververst: { onderwerp: "regie", bezorging: "verversen" },
  overzicht_getoond: { onderwerp: "overzicht", bezorging: "melden" },
  overzicht_ververst: { onderwerp: "overzicht", bezorging: "verversen" },
  logboek_getoond: { onderwerp: "logboek", bezorging: "melden" },
  logboek_ververst: { onderwerp: "logboek", bezorging: "verversen" },
  hulpvraag_concept: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To who has work there: the ground ran out, and it waits until there is a new one. */
  hulpvraag_wacht: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To who was told to stop: there is a ground again, and the work goes on. */
  hulpvraag_verder: { onderwerp: "hulpvraag", bezorging: "melden" },
  hulpvraag_terug: { onderwerp: "hulpvraag", bezorging: "melden" },
  ouders_vertellen: { onderwerp: "hulpvraag", bezorging: "melden" },
  regierol_aangeboden: { onderwerp: "hulpvraag", bezorging: "melden" },
  regierol_aanvaard: { onderwerp: "hulpvraag", bezorging: "melden" },
  regierol_geweigerd: { onderwerp: "hulpvraag", bezorging: "melden" },
  regierol_begint: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To the ib: who was asked did not answer in time. */
  regierol_onbeantwoord: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To the ib: the holder wants to give it on. */
  overdracht_voorgesteld: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To the holder. */
  overdracht_afgewezen: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To the ib: the holder does not want it any more. */
  overdracht_ingetrokken: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To who held it until now: somebody else said yes. */
  regierol_overgenomen: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** The same to who sees it no more, and to who stood in. */
  regierol_afgelost: { onderwerp: "afgesloten", bezorging: "melden" },
  /** To the ib, who stands in, or looks for somebody. */
  waarneming_gepland: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To who is asked to stand in. */
  waarneming_gevraagd: { onderwerp: "hulpvraag", bezorging: "melden" },
  waarneming_aangenomen: { onderwerp: "hulpvraag", bezorging: "melden" },
  waarneming_geweigerd: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To who holds the regierol from today on. */
  waarneming_begint: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To the holder, who has it again. */
  regierol_terug: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To the ib and the holder, of what the other did: it stands still, or goes on before its day. */
  pauze_begonnen: { onderwerp: "hulpvraag", bezorging: "melden" },
  pauze_gestopt: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To who has to do it, agreed outside a round. */
  actie_gekregen: { onderwerp: "hulpvraag", bezorging: "melden" },
  expert_gekoppeld: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To who of the wijkteam is asked for the end of a traject, and again when its day is another. */
  eindevaluatie_uitnodiging: { onderwerp: "hulpvraag", bezorging: "melden" },
  afsluiting_bevestigen: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To the holder: the ib does not close it yet. */
  afsluiting_afgewezen: { onderwerp: "hulpvraag", bezorging: "melden" },
  /** To who held the regierol or had an open actie. */
  hulpvraag_afgesloten: { onderwerp: "afgesloten", bezorging: "melden" },
  /** To partners who had access, after the ground fell away. Says not which one, nor why. */
  hulpvraag_gestopt: { onderwerp: "gestopt", bezorging: "melden" },
  ronde_getoond: { onderwerp: "ronde", bezorging: "melden" },
  /** For who planned it: the others get the invitation. */
  ronde_gepland: { onderwerp: "ronde", bezorging: "melden" },
  ronde_uitnodiging: { onderwerp: "ronde", bezorging: "melden" },
  /** To who was invited before: another day or time. */
  ronde_verzet: { onderwerp: "ronde", bezorging: "melden" },
  ronde_ververst: { onderwerp: "ronde", bezorging: "verversen" },
  /** To the ib, in place of the agenda: somebody who should be at the table does not come. */
  ronde_agenda: { onderwerp: "ronde", bezorging: "melden" },
  ronde_link: { onderwerp: "ronde", bezorging: "melden" },
  ronde_geopend: { onderwerp: "ronde", bezorging: "melden" },
  /** To who is to lead it when it comes. */
  ronde_leiden: { onderwerp: "ronde", bezorging: "melden" },
  /** To who leads it from now on. */
  ronde_voorzitter: { onderwerp: "ronde", bezorging: "melden" },
  /** To who led it until now. */
  ronde_overgenomen: { onderwerp: "ronde", bezorging: "melden" },
  /** To the chair, later to the ib too: its day is over and nobody ended it. */
  ronde_afmaken: { onderwerp: "ronde", bezorging: "melden" },
  /** To who was taken off it. */
  ronde_afgemeld: { onderwerp: "afmelding", bezorging: "melden" },
  ronde_vervallen: { onderwerp: "ronde", bezorging: "melden" },
  /** To the ib: somebody does not hear of it in the own chat. Once a round and person. */
  ronde_onbereikbaar: { onderwerp: "ronde", bezorging: "melden" },
  /** To the ib and the chair: who cancelled left the schakelteam incomplete. */
  ronde_onvolledig: { onderwerp: "ronde", bezorging: "melden" },
  tijdvak_uitnodiging: { onderwerp: "tijdvak", bezorging: "melden" },
  /** Another day, time, place or link. */
  tijdvak_verzet: { onderwerp: "tijdvak", bezorging: "melden" },
  /** The agenda is fixed, and with it the time. */
  tijdvak_vast: { onderwerp: "tijdvak", bezorging: "melden" },
  tijdvak_link: { onderwerp: "tijdvak", bezorging: "melden" },
  /** The chair begins the item. */
  tijdvak_begint: { onderwerp: "tijdvak", bezorging: "melden" },
  /** The round is over: what may be read of the own item. */
  tijdvak_verslag: { onderwerp: "tijdvak", bezorging: "melden" },
  /** Says not why. */
  tijdvak_vervallen: { onderwerp: "tijdvak", bezorging: "melden" },
  tijdvak_getoond: { onderwerp: "tijdvak", bezorging: "melden" },
  tijdvak_ververst: { onderwerp: "tijdvak", bezorging: "verversen" },
  /** To who prepares it: by now there is no school on its day. */
  ronde_dicht: { onderwerp: "ronde", bezorging: "melden" },
  /** To who plans: it is not told to others until it is confirmed. */
  jaarplan_voorgesteld: { onderwerp: "jaarplan", bezorging: "melden" },
  jaarplan_getoond: { onderwerp: "jaarplan", bezorging: "melden" },
  /** To all who take part, in place of an invitation to each of its rounds. */
  jaarplan_vastgesteld: { onderwerp: "jaarplan", bezorging: "melden" },
  jaarplan_gestopt: { onderwerp: "jaarplan", bezorging: "melden" },
  jaarplan_ververst: { onderwerp: "jaarplan", bezorging: "verversen" },
  /** To who asks for a moment; the others are asked. */
  momentprik_gestart: { onderwerp: "momentprik", bezorging: "melden" },
  momentprik_gevraagd: { onderwerp: "momentprik", bezorging: "melden" },
  /** With other moments. */
  momentprik_opnieuw: { onderwerp: "momentprik", bezorging: "melden" },
  /** To who has not answered, once. */
  momentprik_herinnerd: { onderwerp: "momentprik", bezorging: "melden" },
  /** To the chair, who decides. */
  momentprik_voorstel: { onderwerp: "momentprik", bezorging: "melden" },
  momentprik_gestopt: { onderwerp: "momentprik", bezorging: "melden" },
  /** To the chair: all moments went by. */
  momentprik_te_laat: { onderwerp: "momentprik", bezorging: "melden" },
  momentprik_getoond: { onderwerp: "momentprik", bezorging: "melden" },
  momentprik_ververst: { onderwerp: "momentprik", bezorging: "verversen" },
  /** To all who were invited, there or not, when the round was ended. */
  verslag_klaar: { onderwerp: "verslag", bezorging: "melden" },
  verslag_getoond: { onderwerp: "verslag", bezorging: "melden" },
  verslag_ververst: { onderwerp: "verslag", bezorging: "verversen" },
  /** To who answers what a participant wants to see put right. */
  verslag_wijziging: { onderwerp: "verslag", bezorging: "melden" },
  verslag_beantwoord: { onderwerp: "verslag", bezorging: "melden" },
  /** To the chair and the note-taker: it can be settled. */
  verslag_vaststellen: { onderwerp: "verslag", bezorging: "melden" },
  samenvatting_voorleggen: { onderwerp: "samenvatting", bezorging: "melden" },
  samenvatting_ververst: { onderwerp: "samenvatting", bezorging: "verversen" },
  samenvatting_plaatsen: { onderwerp: "samenvatting", bezorging: "melden" },
  dagbericht: { onderwerp: "dagbericht", bezorging: "melden" },
  /** By mail: the bundle is not read, and the person may not know that it is there. */
  dagbericht_ongelezen: { onderwerp: "dagbericht", bezorging: "mailen" },
  dagbericht_ververst: { onderwerp: "dagbericht", bezorging: "verversen" },
  taken_getoond: { onderwerp: "taken", bezorging: "melden" },
  taken_ververst: { onderwerp: "taken", bezorging: "verversen" },
  /** Somebody is asked to take an actie: it stands on top of the own tasks. */
  overdracht_gevraagd: { onderwerp: "taken", bezorging: "melden" },
  /** To who asked. */
  overdracht_aangenomen: { onderwerp: "taken", bezorging: "melden" },
  overdracht_geweigerd: { onderwerp: "taken", bezorging: "melden" },
  /** To who has to do it. */
  teamactie_gekregen: { onderwerp: "taken", bezorging: "melden" },
  teamacties_getoond: { onderwerp: "teamacties", bezorging: "melden" },
  teamacties_ververst: { onderwerp: "teamacties", bezorging: "verversen" },
  team_getoond: { onderwerp: "team", bezorging: "melden" },
  team_ververst: { onderwerp: "team", bezorging: "verversen" },
  /** To the others who see to the team: somebody came, went or changed place. */
  team_gewijzigd: { onderwerp: "team", bezorging: "melden" },
  /** To who sees to the team: Teams told that somebody left. */
  team_vertrek_gemeld: { onderwerp: "team", bezorging: "melden" },
  /** To the team: since Teams told so no ib is left. */
  team_zonder_ib: { onderwerp: "team", bezorging: "melden" },
  /** Somebody left, and there is work that nobody has. */
  openwerk_gemeld: { onderwerp: "openwerk", bezorging: "melden" },
  openwerk_getoond: { onderwerp: "openwerk", bezorging: "melden" },
  openwerk_ververst: { onderwerp: "openwerk", bezorging: "verversen" },
  evaluatie_gevraagd: { onderwerp: "evaluatie", bezorging: "melden" },
  /** To who has not answered, once. */
  evaluatie_herinnerd: { onderwerp: "evaluatie", bezorging: "melden" },
  /** To who was asked. */
  evaluatie_uitslag: { onderwerp: "evaluatie", bezorging: "melden" },
  evaluatie_getoond: { onderwerp: "evaluatie", bezorging: "melden" },
  evaluatie_ververst: { onderwerp: "evaluatie", bezorging: "verversen" },
  weekbericht: { onderwerp: "weekbericht", bezorging: "melden" },
  /** To who asked. */
  adviesvraag_gesteld: { onderwerp: "adviesvraag", bezorging: "melden" },
  /** To the kernteam. */
  adviesvraag_ontvangen: { onderwerp: "adviesvraag", bezorging: "melden" },
  adviesvraag_beantwoord: { onderwerp: "adviesvraag", bezorging: "melden" },
  adviesvraag_getoond: { onderwerp: "adviesvraag", bezorging: "melden" },
  adviesvraag_ververst: { onderwerp: "adviesvraag", bezorging: "verversen" },
  rechten_getoond: { onderwerp: "rechten", bezorging: "melden" },
  rechten_ververst: { onderwerp: "rechten", bezorging: "verversen" },
  /** The ib hears on which day the data go. */
  bewaartermijn_aangekondigd: { onderwerp: "rechten", bezorging: "melden" },
  /** To the second person. */
  wissing_gevraagd: { onderwerp: "wissing", bezorging: "melden" },
  /** To who asked: first that it waits, later how it was answered. */
  wissing_gesteld: { onderwerp: "wissing", bezorging: "melden" },
  wissing_beantwoord: { onderwerp: "wissing", bezorging: "melden" },
  /** To the second person, each schoolweek without an answer. */
  wissing_herinnerd: { onderwerp: "wissing", bezorging: "melden" },
  /** To who asked: the time is nearly over, and then that it is. */
  wissing_wacht: { onderwerp: "wissing", bezorging: "melden" },
  wissing_verlopen: { onderwerp: "wissing", bezorging: "melden" },
  wissing_getoond: { onderwerp: "wissing", bezorging: "melden" },
  wissing_ververst: { onderwerp: "wissing", bezorging: "verversen" },
  /** To the directeur, and once more on each schooldag without an answer. */
  uitzondering_gevraagd: { onderwerp: "uitzondering", bezorging: "melden" },
  uitzondering_gesteld: { onderwerp: "uitzondering", bezorging: "melden" },
  uitzondering_wacht: { onderwerp: "uitzondering", bezorging: "melden" },
  uitzondering_besloten: { onderwerp: "uitzondering", bezorging: "melden" },
  /** Asked for by who has it. */
  uitzondering_getoond: { onderwerp: "uitzondering", bezorging: "melden" },
  /** It ended without being used. */
  uitzondering_vervallen: { onderwerp: "uitzondering", bezorging: "melden" },
  uitzondering_gebruikt: { onderwerp: "uitzondering", bezorging: "melden" },
  uitzondering_ververst: { onderwerp: "uitzondering", bezorging: "verversen" },
  bericht_wissen: { onderwerp: "wissing", bezorging: "wissen" },
  bericht_nazien: { onderwerp: "bericht", bezorging: "nazien" },
} as const satisfies Record<string, { onderwerp: OnderwerpSoort; bezorging: Bezorging }>;

/** By which a subject is put below in the chat, for who asks to see it. */
export const shownAs = {
  welkom: "welkom",
  hulpvraag: "hulpvraag_getoond",
  hulpvragen: "hulpvragen_getoond",
  regierollen: "regierollen_getoond",
  regie: "regie_getoond",
  overzicht: "overzicht_getoond",
  logboek: "logboek_getoond",
  afmelding: "ronde_afgemeld",
  afgesloten: "hulpvraag_afgesloten",
  ronde: "ronde_getoond",
  tijdvak: "tijdvak_getoond",
  verslag: "verslag_getoond",
  samenvatting: "samenvatting_voorleggen",
  dagbericht: "dagbericht",
  taken: "taken_getoond",
  weekbericht: "weekbericht",
  gestopt: "hulpvraag_gestopt",
  adviesvraag: "adviesvraag_getoond",
  rechten: "rechten_getoond",
  wissing: "wissing_getoond",
  uitzondering: "uitzondering_getoond",
  jaarplan: "jaarplan_getoond",
  momentprik: "momentprik_getoond",
  teamacties: "teamacties_getoond",
  team: "team_getoond",
  openwerk: "openwerk_getoond",
  evaluatie: "evaluatie_getoond",
  bericht: "bericht_nazien",
} as const satisfies Record<OnderwerpSoort, keyof typeof noticeKinds>;

export type NoticeKind = keyof typeof noticeKinds;

/**
 * That this is told at all says something of the content. Who may not read the rest of the hulpvraag when it comes, also when
 * that was so when it was sent, gets nothing.
 */
const overInhoud: readonly NoticeKind[] = ["pauze_begonnen", "pauze_gestopt", "eindevaluatie_uitnodiging"];
export function isOverInhoud(soort: NoticeKind): boolean {
  return overInhoud.includes(soort);
}
export const noticeKindSchema = z.enum(Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]);

/** The kind by which the card of a subject is brought up to date where it stands; null for what has none. */
export function refreshedBy(onderwerp: OnderwerpSoort): NoticeKind | null {
  const kind = noticeKindSchema.safeParse(`${onderwerp}_ververst`);
  return kind.success ? kind.data : null;
}

/** What is told without being asked for: it makes a sound, and is lost when nobody hears it. */
export const ringing: readonly NoticeKind[] = noticeKindSchema.options.filter(
  (soort) => noticeKinds[soort].bezorging === "melden" && !isAwaited(soort),
);

/** What somebody waits for, having asked: it goes before the cards that are only brought up to date. */
export function isAwaited(soort: NoticeKind): boolean {
  return soort.endsWith("_getoond");
}

/** About a round that is being held: later it is of no use. */
const nu: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  "ronde_geopend",
  "ronde_voorzitter",
  "ronde_overgenomen",
  "ronde_link",
]);

/** Goes before the rest: what people sit waiting for. What is taken back is marked so by itself. */
export function goesFirst(soort: NoticeKind): boolean {
  return isAwaited(soort) || nu.has(soort);
}

/** To one person in the own chat, or to the channel of one SZT. */
export type Ontvanger = { readonly persoonId: string } | { readonly kanaalSztId: string };

export interface Notice {
  readonly soort: NoticeKind;
  readonly aan: Ontvanger;
  readonly onderwerpId: string;
  /** SZT the subject belongs to; null for what spans teams. */
  readonly sztId: string | null;
  /** Same key, same notice: saved once however often it is asked for. */
  readonly sleutel: string;
  readonly dringend?: boolean;
  /** The clearing that it is part of: the ib is shown when all of it is done. */
  readonly opruimingId?: string;
  /** Not before this moment; at once when left out. */
  readonly nietVoor?: Temporal.Instant;
  /** The erasure that it belongs to, which is over when the last of these is. */
  readonly wissingId?: string;
  /** It waits for the day, also when a try at night would reach. */
  readonly rust?: boolean;
}
