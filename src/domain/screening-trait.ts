/** Characteristics that the law sets apart, accounts, and numbers of papers: `other`. */
import { found, phrases, type Sentence } from "./screening-sentence.ts";
import { beliefs, countries, jobs, origins } from "./screening-trait-word.ts";
import type { Span } from "./screening-view.ts";

const about =
  "(?:achtergrond|afkomst|gezin|familie|ouders|moeder|vader|jongen|meisje|kind|kinderen|leerling|nationaliteit|roots|cultuur|komaf|gemeenschap|paspoort|origine|man|vrouw|mama|papa|oma|opa|vriendinnen|vriendjes|jongens|meisjes|broers|tolk|stiefvader|arbeidsmigranten|migranten|buren|vluchtelingen|klasgenoot|vriend|vriendin)";

const traits = phrases(beliefs);
const fromThere = phrases(`
${origins} … ${about}
(?:is|zijn|was|van|half|oorspronkelijk|als|met|deels|heeft|heel) (?:een |de |half )?${origins}
(?:spreekt|spreken|praat|praten|verstaat|moedertaal|thuistaal|tolk|tolken|voertaal|gesproken|taal) … ${origins}
${origins} … (?:gesproken|spreekt|spreken|praten|tolk|sprekend|sprekende|als moedertaal|als thuistaal)
thuis … ${origins}
(?:marokkaan|marokkanen|marokkaanse|turk|turken|turkse|pool|polen|poolse|syrier|syriers|eritreeer|somalier|surinamer|surinaamse|antilliaan|molukker|oekrainer|afghaan|roemeen|bulgaar|koerd|chinees|irakees|iranier|hindoestaan|hindoestaanse)
`);
const outOfCountry = phrases(`
(?:uit|vanuit) ${countries}
`);
const fromCountry = phrases(`
(?:in|naar|van) ${countries}
`);
const whole = new RegExp(`^(?:${countries}|${origins})$`);
/** "Syrië", "Syrische": never somebody's name. */
export const isCountry = (word: string): boolean => whole.test(word);
/** A country is nobody's, unless somebody comes from there. */
const journey =
  / (?:komt|kwam|komen|kwamen|gekomen|afkomstig|geboren|gevlucht|vluchtte|gevluchte|verhuisd|geemigreerd|geimmigreerd|overgekomen|woonde|woonden|gewoond|opgegroeid|teruggaan|terug|teruggekeerd|vandaan|ouders|moeder|vader|gezin|familie|opa|oma|hij|zij|ze|leerling|jongen|meisje|kind|broer|zus|roots|gebeurd|oorlog) /;
const travel =
  / (?:vakantie|reis|reisje|werkstuk|spreekbeurt|topografie|project|thema|uitwisseling|kamp|landen|wk|ek|les|geschiedenis) /;

const occupation = phrases(`
(?:vader|moeder|papa|mama|ouders|ouder|stiefvader|stiefmoeder|opa|oma|oom|tante|partner) … (?:is|zijn|was|werkt als|werken als) (?:zelf |ook |een |de |onze |hier |bekende ){0,2}${jobs}
(?:vader|moeder|papa|mama|ouders|stiefvader|stiefmoeder) … (?:werkt|werken) (?:als|bij|op) (?:de |het |een )?(?!school|plan|alle|nacht)\\S{3,30}
(?:speelt|voetbalt|hockeyt|turnt|traint|zwemt|sport|keept|zit) (?:bij|op) (?:vv|sv|fc|rkvv|sc|hc|zv|mhc|voetbalvereniging|turnvereniging|hockeyclub|voetbalclub) \\S{2,30}
(?:dochter|zoon|kind|kinderen) van … (?:burgemeester|dominee|wethouder|raadslid|huisarts|directeur|voetballer|imam|juf|meester|leerkracht)
`);

const language =
  / (?:les|toets|boek|examen|vak|cijfer|woordjes|grammatica|klas|uur|vlag|eten|keuken|methode|proefwerk|lessen|spelling|so|leraar|lerares|docent|werkboek|literatuur|zin|zinnen) /;
const subject = /^(?:engels|frans|duits|spaans|nederlands|latijn|grieks)e?$/;

export function specialTraits(sentence: Sentence): Span[] {
  const origin = found(sentence, fromThere).filter((span) => {
    const text = sentence.joined;
    return !language.test(text) && !subject.test(textOf(sentence, span));
  });
  const travels = travel.test(sentence.joined);
  const country = [
    ...(travels ? [] : found(sentence, outOfCountry)),
    ...(!travels && journey.test(sentence.joined) ? found(sentence, fromCountry) : []),
  ];
  return [...found(sentence, traits), ...origin, ...country, ...found(sentence, occupation)];
}

function textOf({ joined, places }: Sentence, span: Span): string {
  const place = places.find(({ end }) => end === span.end);
  return place === undefined ? "" : joined.slice(place.at, joined.indexOf(" ", place.at));
}
