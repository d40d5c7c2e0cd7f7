/**
 * "Cursus autisme voor het team" is about a subject, not about a child. A sentence is general when it speaks of
 * teaching, rules or information, and of no person.
 */
import { phrases, type Sentence } from "./screening-sentence.ts";

const subject = phrases(`
(?:cursus*|training*|workshop*|scholing|bijscholing|opleiding*|webinar*|congres*|symposium|lezing*|module*|e-learning|masterclass)
*(?:protocol|protocollen|beleid|richtlijn|richtlijnen|stappenplan|visiestuk|handreiking|format|beleidsplan|ondersteuningsprofiel|werkwijze)
(?:ouderavond*|informatieavond*|themabijeenkomst*|bijeenkomst*|themamiddag*|themaavond*|studiedag*|studiemiddag*|teamvergadering*|voorlichting*|inloopspreekuur)
(?:boek|boeken|boekje|boekjes|prentenboek*) … (?:over|rond|rondom|met|voor|bij)
(?:lesboek|artikel*|folder*|brochure*|flyer*|poster*|website|site|podcast*|documentaire|film|filmpje|nieuwsbrief|infographic|literatuur)
(?:les|lessen|themales*|gastles*|lesbrief*|lespakket*|lesmateriaal|spreekbeurt*|werkstuk*|project*|thema|thema's|lessenserie*|methode*|leskist*)
(?:werkgroep*|commissie*|expertise|kennis|kenniskring|specialist*|netwerk|leergemeenschap|expertgroep)
(?:informatie|info|uitleg|tips|achtergrondinformatie) … (?:over|rond|bij|voor)
(?:aanbod|cijfers|onderzoek) … (?:in|binnen|over) … (?:regio|gemeente|wijk|nederland|onderwijs|school)
(?:leerlingen|kinderen|jongeren|kleuters|gezinnen) met
(?:kinderen|leerlingen) van … ouders
(?:omgaan|omgang|werken) met
wat is
(?:mag|mogen) (?:een|kinderen|leerlingen)
hoe (?:zit|zat|gaan|doen|kunnen) … (?:met|over)
(?:formulier|formulieren) van
in het algemeen
(?:van|voor|in|bij) alle (?:groepen|klassen|leerlingen|kinderen|kleuters)
week van de
*(?:vriendelijk|vriendelijke|sensitief|verlof)
(?:speerpunt|schoolplan|jaarplan|ambitie|schoolbreed)
dag van de
(?:vergoeding|vergoede|vergoed) dyslexiezorg
`);

const person = phrases(`
(?:hij|hem|haar|ze|zij|zijn|z'n|d'r)
(?:deze|dit|die|dat|mijn|onze|ons) (?:leerling|kind|jongen|meisje|kleuter|zoon|dochter|knul|kleutertje|ventje)
(?:de|het|een) (?:jongen|meisje|zoon|dochter)
(?:moeder|vader|mama|papa|opa|oma|broer|broertje|zus|zusje|stiefvader|stiefmoeder|pleegouders|gezin)
(?:krijgt|kreeg|gediagnosticeerd|vermoeden|vermoedelijk|vermoedens)
`);
/** "zijn" is a verb more often than a person: with these it names nobody. */
const verb =
  / (?:er|ze|zij|die|dat|wij|we|jullie|kinderen|leerlingen|ouders|er zijn|hebben) zijn | zijn (?:er|binnen|klaar|welkom|geschikt|nodig|bedoeld|te|van|voor|in|op|om) /;

export function isGeneral({ joined }: Sentence): boolean {
  subject.lastIndex = 0;
  if (!subject.test(joined)) return false;
  const people = joined.replace(verb, " ");
  person.lastIndex = 0;
  return !person.test(people);
}
