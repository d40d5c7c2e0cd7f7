/** What takes the edge off a word of danger. Same notation as crisis-pattern.ts. */

/** Words that name the subject: a signal, unless the sentence is about teaching, policy, a book or the past of others. */
export const topics =
  "zelfmoord\\S*|zelfdoding\\S*|suicid\\S*|suiside\\S*|zelfmoort\\S*|zelf moord|zelfbeschadig\\S*|zelfverwonding\\S*|zelfverminking|zelfpijniging|automutil\\S*|afscheidsbrief|kindermishandeling|kindermisbruik|mishandeling|mishandeld|mishandelt|huiselijk geweld|partnergeweld|vermoeden van misbruik|vermoedens van misbruik|signalen van misbruik|verwaarloosd|verwaarlozing|steekpartij|zichzelf van kant";

export const aboutIt =
  "training|cursus|voorlichting|protocol|themales|gastles|lespakket|preventie\\S*|suicidepreventie|boek|boekje|film|serie|documentaire|artikel|beleid|beleidsplan|nascholing|bijscholing|scholing|webinar|folder|flyer|studiedag|presentatie|geschiedenis|geschiedenisles|werkstuk|spreekbeurt|lesgeven|lesmateriaal|workshop|congres|theatervoorstelling|podcast|onderzoek|cijfers|campagne|handreiking|stappenplan|e-learning|elearning|rouw|rouwverwerking|nabestaanden|overleden aan|dierenmishandeling|poster|site|website|nieuwsbrief|catalogus|aanbod|week tegen|thema|les over|lessen over|toneelstuk|roman|rechtszaak|tuin|spullen|schoolspullen|uit beeld|dierenarts|dier|dieren";

/** Said to be absent. */
export const absent =
  "(?:geen|zonder|nooit|niet) (?:\\S+ ){0,1}(?:sprake|vermoeden|vermoedens|signalen|aanwijzingen|tekenen|zorgen|aanleiding|teken) (?:\\S+ ){0,2}(?:van|over|voor|op)";

/** Everyday expressions, taken out before anything else is read. */
export const idioms: readonly string[] = [
  "(?:slaat|sla|slaan|sloeg) (?:\\S+ ){0,6}(?:over|gade|open|dicht|op schijf)(?= |$)",
  "(?:schrik|schrok|schrikt|schrokken|lach|lacht|lachte|lachen|gelachen|verveel|verveelt|verveelde|vervelen|werk|werkt|werken|zoek|zoekt|zoeken|erger|ergert|schaam|schaamt|geschrokken|wachten|wacht) (?:\\S+ ){0,4}(?:dood|doodgelachen)",
  "(?:mij|me|zich|ons) (?:\\S+ ){0,2}dood (?:geschrokken|gelachen|verveeld|geergerd|gezocht|gewerkt|geschaamd|te lachen|te vervelen)",
  "dood (?:gewoon|normaal|moe|op|stil|simpel|eenvoudig|punt|spoor|hout|tij|gewicht|water|kapitaal)",
  "(?:slaat|sloeg|slaan|geslagen) (?:echt |toch |helemaal |weer )?nergens op",
  "slaat (?:op hol|op tilt|dicht|door|aan|om|toe|alarm|wartaal|af|in als|de plank|een slag|een brug|zijn slag|haar slag|terug op|de spijker|zich er|op de vlucht|aan het denken)",
  "(?:een|de|dat|deze|die) (?:les|ronde|keer|week|beurt|bladzijde|maaltijd|pauze|vraag|hoofdstuk|stap|dag|onderdeel|periode|vergadering|bijeenkomst|overleg) over(?:slaan| slaan|slaat|geslagen)?",
  "mes (?:op tafel|snijdt aan)",
  "(?:snijdt|sneed) (?:geen )?(?:hout|een onderwerp|in eigen vlees)",
  "kogel is door de kerk",
  "schiet (?:niet|lekker|goed|al|nergens|echt|mij|me|te binnen|tekort)",
  "over (?:mijn|zijn|haar) lijk",
  "moord en brand",
  "veilig thuis ?gekomen",
  "om gek van te worden",
  "maak(?:t|te|ten)? (?:\\S+ ){0,3}misbruik van",
  "misbruik (?:te |wordt |werd )?(?:maken|maakt|gemaakt) van",
  "(?:moe|moeder)der ?dag",
];
