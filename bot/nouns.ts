import * as aanmelding from "./aanmelding.ts";
import * as actieErbij from "./actie-erbij.ts";
import * as adviesvraag from "./adviesvraag.ts";
import * as adviesvraagAntwoord from "./adviesvraag-antwoord.ts";
import * as adviesvraagOvername from "./adviesvraag-overname.ts";
import * as afmelding from "./afmelding.ts";
import * as afsluiting from "./afsluiting.ts";
import * as afspraak from "./afspraak.ts";
import * as besluit from "./besluit.ts";
import * as bewaartermijn from "./bewaartermijn.ts";
import * as bezorging from "./bezorging.ts";
import * as brief from "./brief.ts";
import * as correctie from "./correctie.ts";
import * as dagbericht from "./dagbericht.ts";
import * as evaluatie from "./evaluatie.ts";
import { feed, file } from "./file.ts";
import * as gestopt from "./gestopt.ts";
import * as gezag from "./gezag.ts";
import * as hulpvraag from "./hulpvraag.ts";
import * as instemming from "./instemming.ts";
import * as intake from "./intake.ts";
import * as intrekking from "./intrekking.ts";
import * as inzage from "./inzage.ts";
import * as jaarplan from "./jaarplan.ts";
import * as komst from "./komst.ts";
import * as log from "./log.ts";
import * as momentprik from "./momentprik.ts";
import * as openwerk from "./openwerk.ts";
import * as overdracht from "./overdracht.ts";
import * as overzicht from "./overzicht.ts";
import * as pauze from "./pauze.ts";
import * as rechten from "./rechten.ts";
import * as regierol from "./regierol.ts";
import * as regelen from "./regierol-regelen.ts";
import type { Registry } from "./registry.ts";
import * as ronde from "./ronde.ts";
import type { Routes } from "./route.ts";
import * as samenvatting from "./samenvatting.ts";
import * as schoolkalender from "./schoolkalender.ts";
import * as taken from "./taken.ts";
import * as team from "./team.ts";
import * as teamactie from "./teamactie.ts";
import * as termijnInstellen from "./termijn-instellen.ts";
import * as terugkoppeling from "./terugkoppeling.ts";
import * as tijdvak from "./tijdvak.ts";
import * as toestemming from "./toestemming.ts";
import * as traject from "./traject.ts";
import * as uitbreiding from "./uitbreiding.ts";
import * as uitzondering from "./uitzondering.ts";
import * as verslag from "./verslag.ts";
import * as voortgang from "./voortgang.ts";
import * as wachtlijst from "./wachtlijst.ts";
import * as weekbericht from "./weekbericht.ts";
import * as welkom from "./welkom.ts";
import * as wissing from "./wissing.ts";

/** All nouns of the field, each with its buttons, cards, typed words and timers. */
export const registry: Registry = {
  routes: merged(
    aanmelding,
    adviesvraag,
    adviesvraagAntwoord,
    adviesvraagOvername,
    afsluiting,
    actieErbij,
    afspraak,
    besluit,
    bewaartermijn,
    bezorging,
    correctie,
    brief,
    dagbericht,
    evaluatie,
    gezag,
    hulpvraag,
    instemming,
    intake,
    intrekking,
    inzage,
    jaarplan,
    komst,
    log,
    momentprik,
    overdracht,
    overzicht,
    pauze,
    rechten,
    regierol,
    regelen,
    ronde,
    samenvatting,
    schoolkalender,
    taken,
    team,
    teamactie,
    termijnInstellen,
    terugkoppeling,
    tijdvak,
    toestemming,
    traject,
    uitbreiding,
    uitzondering,
    verslag,
    voortgang,
    wachtlijst,
    weekbericht,
    welkom,
    wissing,
  ),
  presenters: [
    adviesvraag.presenter,
    dagbericht.presenter,
    gestopt.presenter,
    afmelding.presenter,
    afsluiting.presenter,
    evaluatie.presenter,
    hulpvraag.presenter,
    hulpvraag.lijst,
    hulpvraag.regie,
    jaarplan.presenter,
    log.presenter,
    momentprik.presenter,
    openwerk.presenter,
    overzicht.presenter,
    rechten.presenter,
    ronde.presenter,
    samenvatting.presenter,
    taken.presenter,
    taken.regierollen,
    team.presenter,
    teamactie.presenter,
    tijdvak.presenter,
    uitzondering.presenter,
    verslag.presenter,
    weekbericht.presenter,
    welkom.presenter,
    wissing.presenter,
  ],
  commands: {
    ...welkom.commands,
    ...intake.commands,
    ...hulpvraag.commands,
    ...toestemming.commands,
    ...brief.commands,
    ...overzicht.commands,
    ...rechten.commands,
    rechten_inzage_verwijderen: log.beforeRights(rechten.commands.rechten_inzage_verwijderen),
    ...ronde.commands,
    ...schoolkalender.commands,
    ...taken.commands,
    ...verslag.commands,
    ...teamactie.commands,
    ...weekbericht.commands,
    instellingen: termijnInstellen.beforeSettings(
      bezorging.beforeSettings(team.beforeSettings(schoolkalender.commands.instellingen)),
    ),
    hulpvraag_zoeken: uitzondering.askedFirst(hulpvraag.commands.hulpvraag_zoeken),
    hulpvraag_status: uitzondering.askedFirst(hulpvraag.commands.hulpvraag_status),
    actie_mijn: uitzondering.askedFirst(taken.commands.actie_mijn),
  },
  timers: {
    ...adviesvraag.timers,
    ...teamactie.timers,
    ...team.timers,
    ...evaluatie.timers,
    ...ronde.timers,
    ...momentprik.timers,
    ...dagbericht.timers,
    ...samenvatting.timers,
    ...weekbericht.timers,
    ...bewaartermijn.timers,
    ...wissing.timers,
    ...uitzondering.timers,
    ...verslag.timers,
    ...regelen.timers,
  },
  channel: samenvatting.channel,
  file,
  feed,
};

/** Two nouns with one verb would take each other's presses: that is refused at the start. */
function merged(...nouns: readonly { readonly routes: Routes }[]): Routes {
  const all = nouns.flatMap(({ routes }) => Object.entries(routes));
  const verbs = all.map(([verb]) => verb);
  const twice = verbs.filter((verb, index) => verbs.indexOf(verb) !== index);
  if (twice.length > 0) throw new Error(`two nouns share the verb ${twice.join(", ")}`);
  return Object.fromEntries(all);
}
