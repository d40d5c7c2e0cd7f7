import type { NoticeKind } from "#domain/notice.ts";

/**
 * Words of a notice. `summary` is what a lock screen shows: never a name, never anything about a pupil.
 * `lead` stands on top of the card, for who opens the chat.
 */
export const noticeWords: Readonly<Record<NoticeKind, { summary: string; lead: string | undefined }>> = {
  welkom: { summary: "Welkom bij Zorgronde", lead: undefined },
  hulpvraag_getoond: { summary: "Je hulpvraag", lead: undefined },
  hulpvraag_ververst: { summary: "Een hulpvraag is bijgewerkt", lead: undefined },
  hulpvragen_getoond: { summary: "Je hulpvragen", lead: undefined },
  hulpvragen_ververst: { summary: "Je hulpvragen zijn bijgewerkt", lead: undefined },
  regierollen_getoond: { summary: "Je regierollen", lead: undefined },
  regierollen_ververst: { summary: "Je regierollen zijn bijgewerkt", lead: undefined },
  regie_getoond: { summary: "Wie heeft de regie?", lead: undefined },
  regie_ververst: { summary: "Wie heeft de regie? Bijgewerkt", lead: undefined },
  overzicht_getoond: { summary: "Je overleggen", lead: undefined },
  overzicht_ververst: { summary: "Je overleggen zijn bijgewerkt", lead: undefined },
  logboek_getoond: { summary: "Een logboek", lead: undefined },
  logboek_ververst: { summary: "Een kaart is bijgewerkt", lead: undefined },
  hulpvraag_concept: { summary: "Je hulpvraag is bewaard als concept", lead: "Je hulpvraag is bewaard." },
  hulpvraag_wacht: { summary: "Een hulpvraag wacht", lead: undefined },
  hulpvraag_verder: {
    summary: "Je mag een hulpvraag weer lezen",
    lead: "Er is weer toestemming: je mag deze hulpvraag weer lezen.",
  },
  hulpvraag_terug: { summary: "Een hulpvraag komt bij je terug", lead: "Deze hulpvraag komt bij je terug." },
  ouders_vertellen: {
    summary: "Vertel wat er is besloten",
    lead: "Er is een besluit.",
  },
  regierol_aangeboden: {
    summary: "Wil jij de regierol nemen?",
    lead: "Het team vraagt jou voor de regierol.",
  },
  regierol_aanvaard: { summary: "De regierol is aangenomen", lead: "De regierol is aangenomen." },
  regierol_geweigerd: {
    summary: "De regierol is niet aangenomen",
    lead: "De regierol is niet aangenomen.",
  },
  regierol_begint: { summary: "Jouw regierol begint", lead: "Je hebt nu de regierol." },
  regierol_onbeantwoord: {
    summary: "Er kwam geen antwoord over een regierol",
    lead: "Wie je vroeg voor de regierol, gaf op tijd geen antwoord. De vraag is vervallen.",
  },
  overdracht_voorgesteld: {
    summary: "Iemand wil een regierol overdragen",
    lead: "De regierolhouder wil de regierol overdragen. Beslis met het gezin.",
  },
  overdracht_afgewezen: {
    summary: "Een regierol blijft bij jou",
    lead: "De intern begeleider draagt de regierol nu niet over. Overleg samen hoe het verder gaat.",
  },
  overdracht_ingetrokken: {
    summary: "Een overdracht gaat niet door",
    lead: "De regierolhouder wil de regierol toch houden.",
  },
  regierol_overgenomen: {
    summary: "Een regierol is overgenomen",
    lead: "Iemand anders heeft nu de regierol. Dank je wel voor je werk.",
  },
  regierol_afgelost: { summary: "Een regierol is overgenomen", lead: undefined },
  waarneming_gepland: {
    summary: "Jij neemt een regierol waar",
    lead: "De regierolhouder is een tijd weg. Jij neemt dan waar, tenzij je iemand anders vraagt.",
  },
  waarneming_gevraagd: {
    summary: "Wil jij een regierol waarnemen?",
    lead: "Wil jij de regierol een tijd waarnemen?",
  },
  waarneming_aangenomen: {
    summary: "Een waarneming is geregeld",
    lead: "De vraag om waar te nemen is aangenomen.",
  },
  waarneming_geweigerd: {
    summary: "Een waarneming is niet aangenomen",
    lead: "Wie je vroeg, kan niet waarnemen. De intern begeleider neemt waar.",
  },
  waarneming_begint: {
    summary: "Je neemt vanaf vandaag een regierol waar",
    lead: "Vanaf vandaag neem jij de regierol waar.",
  },
  regierol_terug: {
    summary: "Je hebt een regierol weer terug",
    lead: "Welkom terug. Je hebt de regierol weer.",
  },
  // A lock screen shows the summary: not that it stands still, nor that it goes on.
  pauze_begonnen: {
    summary: "Nieuws over een hulpvraag",
    lead: "De aanpak staat een tijd stil. Hieronder zie je waarom, en tot wanneer.",
  },
  pauze_gestopt: {
    summary: "Nieuws over een hulpvraag",
    lead: "De pauze is gestopt. De termijnen lopen weer.",
  },
  actie_gekregen: {
    summary: "Er is een actie voor jou",
    lead: "Er is een actie voor jou afgesproken.",
  },
  expert_gekoppeld: {
    summary: "Denk je mee over een hulpvraag?",
    lead: "Je bent gevraagd om mee te denken.",
  },
  // What is asked and when stands on the card: it may be taken back before this is read.
  eindevaluatie_uitnodiging: { summary: "Je bent uitgenodigd voor een gesprek", lead: undefined },
  afsluiting_bevestigen: {
    summary: "Bevestig een afsluiting",
    lead: "De regierolhouder stelt voor om af te sluiten.",
  },
  afsluiting_afgewezen: {
    summary: "Een hulpvraag gaat nog door",
    lead: "De intern begeleider sluit nog niet af. Jij houdt de regierol. Overleg samen wat er nog moet gebeuren.",
  },
  hulpvraag_afgesloten: { summary: "Een hulpvraag is afgesloten", lead: undefined },
  hulpvraag_gestopt: { summary: "Een hulpvraag is gestopt", lead: undefined },
  ronde_getoond: { summary: "Een overlegronde", lead: undefined },
  ronde_gepland: {
    summary: "Je overlegronde staat",
    lead: "De overlegronde staat. Iedereen heeft de uitnodiging.",
  },
  ronde_uitnodiging: { summary: "Je bent uitgenodigd voor een overlegronde", lead: "Je bent uitgenodigd." },
  ronde_verzet: {
    summary: "Een overlegronde is verzet",
    lead: "Let op: nieuwe dag of tijd. Laat weten of je komt.",
  },
  ronde_ververst: { summary: "Een overlegronde is bijgewerkt", lead: undefined },
  ronde_agenda: { summary: "De agenda van je overlegronde", lead: "Dit is de agenda." },
  ronde_link: {
    summary: "De link voor je overlegronde",
    lead: "De overlegronde is op de volgende schooldag.",
  },
  ronde_onbereikbaar: {
    summary: "Iemand krijgt geen bericht over een overleg",
    lead: "Niet iedereen krijgt bericht in de eigen chat. Kijk onder Hoe iedereen het hoort.",
  },
  ronde_onvolledig: {
    summary: "Het schakelteam is niet compleet",
    lead: "Iemand kan niet komen. Nu is het schakelteam niet compleet.",
  },
  tijdvak_uitnodiging: { summary: "Je bent uitgenodigd voor een overleg", lead: "Je bent uitgenodigd." },
  tijdvak_verzet: {
    summary: "Een overleg is verzet",
    lead: "Let op: je afspraak is veranderd. Hieronder staat de nieuwe.",
  },
  tijdvak_vast: { summary: "De tijd van je overleg staat vast", lead: "De tijd staat nu vast." },
  tijdvak_link: { summary: "De link voor je overleg", lead: "Het overleg is op de volgende schooldag." },
  tijdvak_begint: { summary: "Je overleg begint nu", lead: "Je bent nu aan de beurt. Kom erbij." },
  tijdvak_verslag: { summary: "Het verslag van je overleg", lead: undefined },
  tijdvak_vervallen: { summary: "Een overleg gaat voor jou niet door", lead: undefined },
  tijdvak_getoond: { summary: "Je uitnodiging", lead: undefined },
  tijdvak_ververst: { summary: "Een uitnodiging is bijgewerkt", lead: undefined },
  ronde_geopend: { summary: "De overlegronde is begonnen", lead: "De overlegronde is begonnen." },
  ronde_leiden: {
    summary: "Jij bent voorzitter van een overlegronde",
    lead: "Jij bent voorzitter van deze overlegronde.",
  },
  ronde_voorzitter: {
    summary: "Jij bent nu voorzitter van de overlegronde",
    lead: "Jij bent nu voorzitter. Op deze kaart ga je verder waar het team was.",
  },
  ronde_overgenomen: {
    summary: "Iemand anders is nu voorzitter van de overlegronde",
    lead: "Een collega ging verder als voorzitter. Wat je had vastgelegd, is bewaard.",
  },
  ronde_afmaken: {
    summary: "Een overlegronde is nog niet afgesloten",
    // The card itself says whether it was never opened or never ended.
    lead: undefined,
  },
  ronde_afgemeld: { summary: "Je doet niet meer mee aan een overleg", lead: undefined },
  ronde_dicht: { summary: "Je overlegronde valt op een vrije dag", lead: undefined },
  ronde_vervallen: { summary: "Een overlegronde gaat niet door", lead: "Deze overlegronde gaat niet door." },
  jaarplan_voorgesteld: { summary: "Je voorstel voor het jaarplan", lead: "Dit is mijn voorstel." },
  jaarplan_getoond: { summary: "Het jaarplan", lead: undefined },
  jaarplan_vastgesteld: {
    summary: "De overlegrondes van dit jaar staan vast",
    lead: "Dit jaarplan staat vast.",
  },
  jaarplan_gestopt: {
    summary: "Het jaarplan is gestopt",
    lead: "Dit jaarplan is gestopt. De rondes die nog kwamen, gaan niet door.",
  },
  jaarplan_ververst: { summary: "Het jaarplan is bijgewerkt", lead: undefined },
  momentprik_gestart: {
    summary: "Je datumprikker loopt",
    lead: "Iedereen heeft de vraag. Geef zelf ook aan wanneer je kunt.",
  },
  momentprik_gevraagd: { summary: "Wanneer kun je overleggen?", lead: "Geef aan wanneer je kunt." },
  momentprik_opnieuw: {
    summary: "Wanneer kun je overleggen? Er zijn nieuwe momenten",
    lead: "Er zijn nieuwe momenten. Geef opnieuw aan wanneer je kunt.",
  },
  momentprik_herinnerd: {
    summary: "Wanneer kun je overleggen?",
    lead: "Je antwoord is er nog niet. Het kan tot en met de volgende schooldag.",
  },
  momentprik_voorstel: {
    summary: "Kies een moment voor het overleg",
    lead: "Er is een voorstel. Jij kiest.",
  },
  momentprik_gestopt: { summary: "Een datumprikker is gestopt", lead: "Deze datumprikker is gestopt." },
  momentprik_te_laat: {
    summary: "De momenten van je datumprikker zijn voorbij",
    // The card itself says it.
    lead: undefined,
  },
  momentprik_getoond: { summary: "Een datumprikker", lead: undefined },
  momentprik_ververst: { summary: "Een datumprikker is bijgewerkt", lead: undefined },
  verslag_klaar: { summary: "Het verslag van je overlegronde", lead: undefined },
  verslag_getoond: { summary: "Een verslag", lead: undefined },
  verslag_ververst: { summary: "Een verslag is bijgewerkt", lead: undefined },
  verslag_wijziging: {
    summary: "Een collega stelt een wijziging voor",
    lead: "Een collega stelt een wijziging voor. Lees die en geef antwoord.",
  },
  verslag_beantwoord: {
    summary: "Er is antwoord op je wijziging",
    lead: "Er is antwoord op je wijziging.",
  },
  verslag_vaststellen: {
    summary: "Je kunt een verslag vaststellen",
    lead: "Je kunt dit verslag vaststellen.",
  },
  samenvatting_voorleggen: { summary: "Bekijk de samenvatting voor het kanaal", lead: undefined },
  samenvatting_ververst: { summary: "De samenvatting is bijgewerkt", lead: undefined },
  samenvatting_plaatsen: { summary: "Samenvatting van de overlegronde", lead: undefined },
  dagbericht: { summary: "Je taken voor vandaag", lead: undefined },
  taken_getoond: { summary: "Je taken", lead: undefined },
  taken_ververst: { summary: "Je taken zijn bijgewerkt", lead: undefined },
  dagbericht_ongelezen: { summary: "Er staat iets voor je klaar", lead: undefined },
  dagbericht_ververst: { summary: "Je taken zijn bijgewerkt", lead: undefined },
  overdracht_gevraagd: {
    summary: "Wil jij een actie overnemen?",
    lead: "Een collega vraagt of jij een actie overneemt.",
  },
  overdracht_aangenomen: { summary: "Een actie is overgenomen", lead: "Je collega neemt de actie over." },
  overdracht_geweigerd: {
    summary: "Een actie is niet overgenomen",
    lead: "Je collega neemt de actie niet over. De actie blijft bij jou.",
  },
  teamactie_gekregen: { summary: "Je hebt een nieuwe actie", lead: "Je hebt een nieuwe actie van het team." },
  teamacties_getoond: { summary: "De acties van je team", lead: undefined },
  teamacties_ververst: { summary: "De acties van je team zijn bijgewerkt", lead: undefined },
  team_getoond: { summary: "Je team", lead: undefined },
  team_ververst: { summary: "Je team is bijgewerkt", lead: undefined },
  team_gewijzigd: { summary: "Er is iets veranderd in je team", lead: "Er is iets veranderd in je team." },
  team_vertrek_gemeld: {
    summary: "Is een collega weg uit je team?",
    lead: "Volgens Teams zit iemand niet meer in het team. Zeg of dat klopt.",
  },
  team_zonder_ib: {
    summary: "Er is iets veranderd in je team",
    lead: "Er is nu geen intern begeleider die bij je team kan.",
  },
  openwerk_gemeld: {
    summary: "Er is werk om over te dragen",
    lead: "Iemand is weg uit het team. Dit werk heeft niemand meer.",
  },
  openwerk_getoond: { summary: "Werk om over te dragen", lead: undefined },
  openwerk_ververst: { summary: "Werk om over te dragen is bijgewerkt", lead: undefined },
  evaluatie_gevraagd: { summary: "Hoe gaat het samenwerken?", lead: undefined },
  evaluatie_herinnerd: {
    summary: "Hoe gaat het samenwerken?",
    lead: "Je kunt nog antwoorden. Dit is de enige herinnering.",
  },
  evaluatie_uitslag: { summary: "De terugblik op het samenwerken", lead: undefined },
  evaluatie_getoond: { summary: "De terugblik op het samenwerken", lead: undefined },
  evaluatie_ververst: { summary: "De terugblik is bijgewerkt", lead: undefined },
  weekbericht: { summary: "Je weekbericht", lead: undefined },
  adviesvraag_gesteld: { summary: "Je adviesvraag is gesteld", lead: "Je adviesvraag is gesteld." },
  adviesvraag_ontvangen: {
    summary: "Je krijgt een adviesvraag",
    lead: "Een school vraagt het kernteam om advies.",
  },
  adviesvraag_beantwoord: { summary: "Er is advies voor je", lead: "Er is antwoord op je adviesvraag." },
  adviesvraag_getoond: { summary: "Een adviesvraag", lead: undefined },
  adviesvraag_ververst: { summary: "Een adviesvraag is bijgewerkt", lead: undefined },
  rechten_getoond: { summary: "Rechten bij een hulpvraag", lead: undefined },
  rechten_ververst: { summary: "Een kaart is bijgewerkt", lead: undefined },
  bewaartermijn_aangekondigd: {
    summary: "Gegevens worden binnenkort gewist",
    lead: "Deze gegevens zijn bijna niet meer nodig. Ik wis ze, tenzij je een reden hebt om ze te bewaren.",
  },
  wissing_gevraagd: {
    summary: "Wil je een verzoek bevestigen?",
    lead: "Je collega vraagt jou om dit te bevestigen.",
  },
  wissing_gesteld: { summary: "Je verzoek wacht op bevestiging", lead: "Je verzoek is verstuurd." },
  wissing_beantwoord: {
    summary: "Er is een antwoord op je verzoek",
    lead: "Er is een antwoord op je verzoek.",
  },
  wissing_herinnerd: {
    summary: "Een verzoek wacht op jou",
    lead: "Je collega wacht nog op je antwoord. Zeg ja of nee.",
  },
  wissing_wacht: {
    summary: "Je verzoek wacht nog op antwoord",
    lead: "Er is nog geen antwoord, en de tijd is bijna om.",
  },
  wissing_verlopen: { summary: "Je verzoek is verlopen", lead: "Er kwam geen antwoord op tijd." },
  wissing_getoond: { summary: "Een verzoek", lead: undefined },
  wissing_ververst: { summary: "Een verzoek is bijgewerkt", lead: undefined },
  uitzondering_gevraagd: {
    summary: "Er is een vraag aan jou",
    lead: "Een collega vraagt jou om een besluit.",
  },
  uitzondering_gesteld: { summary: "Je vraag is verstuurd", lead: "Je vraag is verstuurd." },
  uitzondering_getoond: { summary: "Je vraag", lead: undefined },
  uitzondering_wacht: {
    summary: "Je vraag wacht nog op antwoord",
    lead: "Er is nog geen antwoord. Bel de directeur.",
  },
  uitzondering_besloten: { summary: "Er is een antwoord op je vraag", lead: "Er is een antwoord." },
  uitzondering_vervallen: { summary: "Een vraag is vervallen", lead: "Dit geldt niet meer." },
  uitzondering_gebruikt: { summary: "Er staat iets voor je klaar", lead: "De overlegronde is voorbij." },
  uitzondering_ververst: { summary: "Een kaart is bijgewerkt", lead: undefined },
  /** Nothing is said: messages go. */
  bericht_wissen: { summary: "Een bericht is weg", lead: undefined },
  bericht_nazien: { summary: "Een bericht is bijgewerkt", lead: undefined },
};

/** On a message that should have come on an earlier day. */
export function lateLead(lead: string | undefined): string {
  return lead ? `${teLaatWords} ${lead}` : teLaatWords;
}

export const teLaatWords = "Dit had ik je eerder moeten sturen.";
