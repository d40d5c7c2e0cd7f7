/**
 * Scenarios of consent as data: what is known, where the rule comes from, and what must be decided. Expected is one line:
 * discuss | names | channel | externals | regierol | tasks. Channel: `alles` (all five fields), `kort` (reference, phase,
 * date), `anoniem`, `-`.
 */
type Json = Readonly<Record<string, unknown>>;
export interface Scenario {
  readonly name: string;
  readonly source: string;
  readonly facts: Json;
  readonly expected: string;
}

const now = "2026-11-20";
const late = "2026-12-10";
const beide = { type: "beide_ouders", holders: ["ouder1", "ouder2"], verified: true };
const een = { type: "een_ouder", holders: ["ouder1"], verified: true };
const voogd = { type: "voogdij_instelling", holders: ["voogd"], verified: true };
const ja = (party: string, form = "schriftelijk", at = "2026-11-10") => ({
  party,
  kind: "toestemming",
  form,
  at,
});
const zegt = (party: string, kind: string, at = "2026-11-15", form = "mondeling") => ({
  party,
  kind,
  form,
  at,
});
const ouders = [ja("ouder1"), ja("ouder2")];
const scope = { recipients: ["SMW", "PPO"], topic: "gedrag", validUntil: "2027-07-31" };
const tafel = ["IB", "SMW", "PPO"];
const schriftelijk = { mode: "schriftelijk", purpose: "bespreking_szt", infoGiven: "schriftelijk" };
const notice = {
  mode: "instemming",
  purpose: "bespreking_szt",
  infoGiven: "schriftelijk",
  infoAt: "2026-11-01",
  objectionDeadline: "2026-11-16",
};
const besluit = {
  requestedBy: "IB",
  decidedBy: "DIR",
  decidedAt: "2026-11-18",
  motivation: "Vragen brengt het kind in gevaar.",
  documented: true,
  participants: ["IB", "SMW"],
  validUntil: "2026-12-01",
};

/** The usual case, with what is different. */
function f(more: Json = {}, request: Json = schriftelijk): Json {
  return {
    now,
    meeting: { date: "2026-12-01", participants: tafel },
    pupil: { age: 9, sector: "PO", wilsbekwaam: true },
    gezag: beide,
    request,
    answers: ouders,
    scope,
    exception: null,
    events: [],
    ...more,
  };
}
const at = (age: number, more: Json = {}, request: Json = schriftelijk) =>
  f({ pupil: { age, sector: age > 12 ? "VO" : "PO", wilsbekwaam: true }, ...more }, request);
const i = (more: Json = {}, request: Json = {}) => f({ answers: [], ...more }, { ...notice, ...request });
const a = (more: Json = {}, request: Json = {}) =>
  f({ answers: [], scope: null, ...more }, { mode: "anoniem", purpose: "adviesvraag_swv", ...request });
const x = (exception: Json | null, more: Json = {}) =>
  f({ answers: [], scope: null, exception, ...more }, { mode: "uitzondering", purpose: "bespreking_szt" });

const vrij = "op_naam | IB SMW PPO | alles | volledig_proportioneel | toewijsbaar";
const dicht = "niet | | - | geen | nee";
const beperkt = "op_naam | IB SMW PPO | kort | buitenkant | na_toestemming";
const tip = "TERUGKOPPEL_OUDERS";
const nietEens = "GESPREK_OUDERS BIED_ANONIEME_CONSULTATIE_AAN";

type Line = readonly [name: string, source: string, facts: Json, expected: string];
// biome-ignore format: a table is read by its rows
const lines: readonly Line[] = [
  // schriftelijk, who
  ["both parents in writing", "004 1.8 optie 1", f(), `${vrij} | ${tip}`],
  ["one of two parents is not asked", "domain §3", f({ answers: [ja("ouder1")] }), `${dicht} | VRAAG_TOESTEMMING`],
  ["nobody is asked", "domain §3", f({ answers: [] }), `${dicht} | VRAAG_TOESTEMMING`],
  ["one of two parents does not answer", "contracts", f({ answers: [ja("ouder1"), zegt("ouder2", "geen_reactie")] }), `${dicht} | HERINNER_REACTIE`],
  ["neither answers", "contracts", f({ answers: [zegt("ouder1", "geen_reactie"), zegt("ouder2", "geen_reactie")] }), `${dicht} | HERINNER_REACTIE`],
  ["one parent refuses", "domain §3", f({ answers: [ja("ouder1"), zegt("ouder2", "weigering")] }), `${dicht} | ${nietEens}`],
  ["both refuse", "domain §3", f({ answers: [zegt("ouder1", "weigering"), zegt("ouder2", "weigering")] }), `${dicht} | ${nietEens}`],
  ["one parent objects", "domain §3", f({ answers: [ja("ouder1"), zegt("ouder2", "bezwaar")] }), `${dicht} | ${nietEens}`],
  ["a parent alone has gezag", "004 ch.3", f({ gezag: een, answers: [ja("ouder1")] }), `${vrij} | ${tip}`],
  ["a parent alone has gezag, the other objects", "004 ch.3", f({ gezag: een, answers: [ja("ouder1"), zegt("ouder2", "bezwaar")] }), `${vrij} | ${tip} REGISTREER_BEZWAAR_ZONDER_VETO`],
  ["a parent alone has gezag, only the other consents", "004 ch.3", f({ gezag: een, answers: [ja("ouder2")] }), `${dicht} | VRAAG_TOESTEMMING`],
  ["the guardian of an institution consents", "004 ch.3", f({ gezag: voogd, answers: [ja("voogd")] }), `${vrij} | ${tip}`],
  ["the guardian has not been asked, the parents consent", "004 ch.3", f({ gezag: voogd }), `${dicht} | VRAAG_TOESTEMMING`],
  ["a foster parent consents where the guardian must", "004 ch.3", f({ gezag: voogd, answers: [ja("pleegouder")] }), `${dicht} | VRAAG_TOESTEMMING`],
  ["a foster parent objects", "contracts", f({ gezag: voogd, answers: [ja("voogd"), zegt("pleegouder", "bezwaar")] }), `${vrij} | ${tip} REGISTREER_BEZWAAR_ZONDER_VETO`],
  ["two guardians together", "BW 1:282", f({ gezag: { type: "gezamenlijke_voogdij", holders: ["voogd", "partner"], verified: true }, answers: [ja("voogd"), ja("partner")] }), `${vrij} | ${tip}`],
  ["one of two guardians", "BW 1:282", f({ gezag: { type: "gezamenlijke_voogdij", holders: ["voogd", "partner"], verified: true }, answers: [ja("voogd")] }), `${dicht} | VRAAG_TOESTEMMING`],
  ["a parent and a partner with gezag", "BW 1:253t", f({ gezag: { type: "ouder_en_niet_ouder", holders: ["ouder1", "partner"], verified: true }, answers: [ja("ouder1"), ja("partner")] }), `${vrij} | ${tip}`],
  ["a parent and a partner with gezag, the partner refuses", "BW 1:253t", f({ gezag: { type: "ouder_en_niet_ouder", holders: ["ouder1", "partner"], verified: true }, answers: [ja("ouder1"), zegt("partner", "weigering")] }), `${dicht} | ${nietEens}`],
  ["a parent and a partner with gezag, the other parent refuses", "BW 1:253t", f({ gezag: { type: "ouder_en_niet_ouder", holders: ["ouder1", "partner"], verified: true }, answers: [ja("ouder1"), ja("partner"), zegt("ouder2", "weigering")] }), `${vrij} | ${tip} REGISTREER_BEZWAAR_ZONDER_VETO`],
  ["gezag is unknown", "domain §3", f({ gezag: { type: "onbekend", holders: [] } }), `${dicht} | CONTROLEER_GEZAG`],
  ["gezag was not checked", "privacy §4", f({ gezag: { ...beide, verified: false } }), `${dicht} | CONTROLEER_GEZAG`],
  ["gezag is unknown, a pupil of seventeen consents", "UAVG 5", at(17, { gezag: { type: "onbekend", holders: [] }, answers: [ja("leerling")] }), `${vrij} | TERUGKOPPEL_LEERLING`],
  ["an adult in the books who is nine", "product", f({ gezag: { type: "meerderjarig", holders: [], verified: true } }), `${dicht} | CONTROLEER_GEZAG`],
  ["an ots leaves gezag with the parents", "004 ch.3", f({ gezag: { ...beide, supervisor: "jeugdbeschermer" } }), `${vrij} | ${tip} STEM_AF_MET_JEUGDBESCHERMER`],
  ["an ots, and a parent refuses", "004 ch.3", f({ gezag: { ...beide, supervisor: "jeugdbeschermer" }, answers: [ja("ouder1"), zegt("ouder2", "weigering")] }), `${dicht} | ${nietEens} STEM_AF_MET_JEUGDBESCHERMER`],
  ["partial gezag with an institution", "BW 1:265e", f({ gezag: { ...beide, partialTo: ["voogd"] } }), `${vrij} | ${tip} STEM_AF_MET_JEUGDBESCHERMER`],
  ["an ots, the jeugdbeschermer objects", "004 ch.3", f({ gezag: { ...beide, supervisor: "jeugdbeschermer" }, answers: [...ouders, zegt("jeugdbeschermer", "bezwaar")] }), `${vrij} | ${tip} STEM_AF_MET_JEUGDBESCHERMER REGISTREER_BEZWAAR_ZONDER_VETO`],
  // the pupil
  ["eleven: the pupil is not asked", "domain §3", at(11), `${vrij} | ${tip}`],
  ["eleven: the pupil objects", "domain §3", at(11, { answers: [...ouders, zegt("leerling", "bezwaar")] }), `${vrij} | ${tip} GESPREK_LEERLING REGISTREER_BEZWAAR_ZONDER_VETO`],
  ["twelve: the pupil must be heard", "domain §3", at(12), `${vrij} | ${tip} GESPREK_LEERLING`],
  ["fourteen: the pupil was heard and agrees", "domain §3", at(14, { answers: [...ouders, zegt("leerling", "akkoord", "2026-11-12", "gesprek")] }), `${vrij} | ${tip}`],
  ["fourteen: the pupil objects", "domain §3", at(14, { answers: [...ouders, zegt("leerling", "bezwaar")] }), `${dicht} | GESPREK_LEERLING BIED_ANONIEME_CONSULTATIE_AAN`],
  ["fourteen: the pupil refuses", "domain §3", at(14, { answers: [...ouders, zegt("leerling", "weigering")] }), `${dicht} | GESPREK_LEERLING BIED_ANONIEME_CONSULTATIE_AAN`],
  ["fifteen: only the pupil consents", "domain §3", at(15, { answers: [ja("leerling")] }), `${dicht} | VRAAG_TOESTEMMING`],
  ["fourteen, not able to judge: nobody asks", "WGBO 450", at(14, { pupil: { age: 14, wilsbekwaam: false } }), `${vrij} | ${tip}`],
  ["sixteen: the pupil alone", "UAVG 5", at(16, { answers: [ja("leerling")] }), `${vrij} | TERUGKOPPEL_LEERLING`],
  ["sixteen: only the parents", "UAVG 5", at(16), `${dicht} | VRAAG_TOESTEMMING_LEERLING HERNIEUW_TOESTEMMING`],
  ["sixteen: nobody yet", "UAVG 5", at(16, { answers: [] }), `${dicht} | VRAAG_TOESTEMMING_LEERLING`],
  ["sixteen: the pupil does not answer", "UAVG 5", at(16, { answers: [zegt("leerling", "geen_reactie")] }), `${dicht} | HERINNER_REACTIE VRAAG_TOESTEMMING_LEERLING`],
  ["sixteen: the pupil consents, a parent refuses", "UAVG 5", at(16, { answers: [ja("leerling"), zegt("ouder1", "weigering")] }), `${vrij} | TERUGKOPPEL_LEERLING REGISTREER_BEZWAAR_ZONDER_VETO`],
  ["seventeen: the pupil refuses, the parents consent", "UAVG 5", at(17, { answers: [...ouders, zegt("leerling", "weigering")] }), `${dicht} | GESPREK_LEERLING BIED_ANONIEME_CONSULTATIE_AAN`],
  ["seventeen: the pupil does not want the parents told", "004 ch.3", at(17, { answers: [ja("leerling")], events: [{ kind: "ouders_niet_informeren", at: "2026-11-12" }] }), `${vrij} | TERUGKOPPEL_LEERLING GEEN_BERICHT_AAN_OUDERS`],
  ["eighteen: gezag is over", "004 ch.3", at(18, { gezag: { type: "meerderjarig", holders: [] }, answers: [ja("leerling")] }), `${vrij} | TERUGKOPPEL_LEERLING`],
  ["eighteen: a parent signs", "004 ch.3", at(18, { gezag: { type: "meerderjarig", holders: [] }, answers: [ja("ouder1")] }), `${dicht} | VRAAG_TOESTEMMING_LEERLING HERNIEUW_TOESTEMMING`],
  ["sixteen, not able to judge: the parents", "WGBO 465", at(16, { pupil: { age: 16, wilsbekwaam: false } }), `${vrij} | ${tip}`],
  ["nineteen, not able to judge, nobody speaks for the pupil", "WGBO 465", at(19, { pupil: { age: 19, wilsbekwaam: false }, gezag: { type: "meerderjarig", holders: [] }, answers: [ja("leerling")] }), `${dicht} | CONTROLEER_GEZAG`],
  ["turned sixteen while it runs", "domain §3", at(16, { events: [{ kind: "leerling_16", at: "2026-11-18" }] }), `${dicht} | VRAAG_TOESTEMMING_LEERLING HERNIEUW_TOESTEMMING`],
  // proof
  ["a spoken yes", "contracts", f({ answers: [ja("ouder1"), ja("ouder2", "mondeling")] }), `${dicht} | BEWIJS_TOEVOEGEN`],
  ["a yes by bare mail", "contracts", f({ answers: [ja("ouder1"), ja("ouder2", "mail")] }), `${dicht} | BEWIJS_TOEVOEGEN`],
  ["a tick by the ib", "contracts", f({ answers: [ja("ouder1"), ja("ouder2", "aangevinkt_door_ib_zonder_bewijs")] }), `${dicht} | BEWIJS_TOEVOEGEN`],
  ["a yes in a talk", "contracts", f({ answers: [ja("ouder1", "gesprek"), ja("ouder2", "gesprek")] }), `${dicht} | BEWIJS_TOEVOEGEN`],
  ["a yes by a service that knows who answers", "domain §3", f({ answers: [ja("ouder1", "digitaal_geverifieerd"), ja("ouder2")] }), `${vrij} | ${tip}`],
  ["a yes of which nobody knows how", "default deny", f({ answers: [ja("ouder1"), { party: "ouder2", kind: "toestemming", at: "2026-11-10" }] }), `${dicht} | BEWIJS_TOEVOEGEN`],
  ["a spoken yes after a written one", "domain §3", f({ answers: [...ouders, ja("ouder1", "mondeling", "2026-11-15")] }), `${vrij} | ${tip}`],
  ["a spoken no is enough", "domain §3", f({ answers: [...ouders, zegt("ouder1", "weigering")] }), `${dicht} | ${nietEens}`],
  ["a yes that is dated tomorrow", "default deny", f({ answers: [ja("ouder1"), ja("ouder2", "schriftelijk", "2026-11-21")] }), `${dicht} | VRAAG_TOESTEMMING`],
  ["a no, and later a written yes", "domain §3", f({ answers: [...ouders, zegt("ouder2", "weigering", "2026-11-05")] }), `${vrij} | ${tip}`],
  ["a no, and later a spoken yes", "domain §3", f({ answers: [ja("ouder1"), zegt("ouder2", "weigering", "2026-11-05"), ja("ouder2", "mondeling")] }), `${dicht} | ${nietEens}`],
  ["a yes and a no on one day", "domain §3", f({ answers: [...ouders, zegt("ouder2", "weigering", "2026-11-10")] }), `${dicht} | ${nietEens}`],
  // withdrawal
  ["taken back before the round", "AVG 7.3", f({ answers: [...ouders, zegt("ouder1", "ingetrokken")] }), `${dicht} | STOP_VERWERKING`],
  ["taken back after the round", "AVG 7.3", f({ now: late, answers: [...ouders, zegt("ouder1", "ingetrokken", "2026-12-05")] }), `${dicht} | STOP_VERWERKING INFORMEER_ONTVANGERS_INTREKKING`],
  ["taken back after something was shared", "AVG 19", f({ answers: [...ouders, zegt("ouder1", "ingetrokken")], events: [{ kind: "agenda_verstuurd", at: "2026-11-14" }] }), `${dicht} | STOP_VERWERKING INFORMEER_ONTVANGERS_INTREKKING`],
  ["taken back and given again in writing", "AVG 7.3", f({ answers: [...ouders, zegt("ouder1", "ingetrokken", "2026-11-12"), ja("ouder1", "schriftelijk", "2026-11-18")] }), `${vrij} | ${tip}`],
  ["taken back as an event", "AVG 7.3", f({ events: [{ kind: "intrekking", party: "ouder2", at: "2026-11-18" }] }), `${dicht} | STOP_VERWERKING`],
  ["taken back, by whom was not written down", "AVG 7.3", f({ events: [{ kind: "toestemming_ingetrokken", at: "2026-11-18" }] }), `${dicht} | STOP_VERWERKING`],
  ["taken back by a pupil of seventeen", "UAVG 5", at(17, { answers: [ja("leerling"), zegt("leerling", "ingetrokken")] }), `${dicht} | STOP_VERWERKING`],
  ["a pupil of fourteen takes back", "domain §3", at(14, { answers: [...ouders, zegt("leerling", "ingetrokken")] }), `${dicht} | GESPREK_LEERLING BIED_ANONIEME_CONSULTATIE_AAN STOP_VERWERKING`],
  ["an objection after the round", "domain §3", f({ now: late, answers: [...ouders, zegt("ouder1", "bezwaar", "2026-12-05")] }), `${dicht} | ${nietEens} STOP_VERWERKING INFORMEER_ONTVANGERS_INTREKKING`],
  // scope and time
  ["a partner is not named", "model §6", f({ meeting: { date: "2026-12-01", participants: [...tafel, "JGZ"] } }), `${vrij} | ${tip} AGENDA_SPLITSEN`],
  ["a guest sits at the table", "model §6", f({ meeting: { date: "2026-12-01", participants: [...tafel, "GAST"] } }), `${vrij} | ${tip} AGENDA_SPLITSEN`],
  ["the directeur sits at the table", "003", f({ meeting: { date: "2026-12-01", participants: [...tafel, "DIR"] } }), `${vrij} | ${tip} AGENDA_SPLITSEN`],
  ["the form names the directeur", "003", f({ meeting: { date: "2026-12-01", participants: [...tafel, "DIR"] }, scope: { ...scope, recipients: ["SMW", "PPO", "DIR"] } }), `${vrij} | ${tip} AGENDA_SPLITSEN`],
  ["a named partner is not at the table", "domain §3", f({ scope: { ...scope, recipients: ["SMW", "PPO", "JGZ"] } }), `${vrij} | ${tip}`],
  ["leerplicht is named", "domain §1", f({ meeting: { date: "2026-12-01", participants: [...tafel, "LPA"] }, scope: { ...scope, recipients: ["SMW", "PPO", "LPA"] } }), `op_naam | IB SMW PPO LPA | alles | volledig_proportioneel | toewijsbaar | ${tip}`],
  ["the coo holds the case in VO", "domain §1", at(12, { meeting: { date: "2026-12-01", participants: ["COO", "SMW"] } }), `op_naam | COO SMW | alles | volledig_proportioneel | toewijsbaar | ${tip} GESPREK_LEERLING`],
  ["nobody is named", "004 1.8 optie 1", f({ scope: { ...scope, recipients: [] } }), `${dicht} | VRAAG_TOESTEMMING`],
  ["no scope at all", "004 1.8 optie 1", f({ scope: null }), `${dicht} | VRAAG_TOESTEMMING`],
  ["only the directeur is named", "003", f({ scope: { ...scope, recipients: ["DIR"] } }), `${dicht} | VRAAG_TOESTEMMING AGENDA_SPLITSEN?`],
  ["expired yesterday", "domain §3", f({ scope: { ...scope, validUntil: "2026-11-19" } }), `${dicht} | HERNIEUW_TOESTEMMING`],
  ["expires on the day before the round", "domain §3", f({ scope: { ...scope, validUntil: "2026-11-30" } }), `${dicht} | HERNIEUW_TOESTEMMING`],
  ["expires on the day of the round", "domain §3", f({ scope: { ...scope, validUntil: "2026-12-01" } }), `${vrij} | ${tip}`],
  ["the subject is excluded", "issue 3.3", f({ scope: { ...scope, excludedTopics: ["gedrag"] } }), `${dicht} | HERNIEUW_TOESTEMMING`],
  ["another subject is excluded", "issue 3.3", f({ scope: { ...scope, excludedTopics: ["thuissituatie"] } }), `${vrij} | ${tip}`],
  ["another question", "contracts", f({ events: [{ kind: "andere_vraag", at: "2026-11-18" }] }), `${dicht} | HERNIEUW_TOESTEMMING`],
  ["another school", "issue 3.3", f({ events: [{ kind: "andere_school", at: "2026-11-18" }] }), `${dicht} | HERNIEUW_TOESTEMMING STOP_VERWERKING`],
  ["left the school", "contracts", f({ events: [{ kind: "uitgeschreven", at: "2026-11-18" }] }), `${dicht} | STOP_VERWERKING`],
  ["closed", "contracts", f({ events: [{ kind: "afgesloten", at: "2026-11-18" }] }), `${dicht} | STOP_VERWERKING`],
  ["will leave the school next month", "contracts", f({ events: [{ kind: "uitgeschreven", at: "2026-12-31" }] }), `${vrij} | ${tip}`],
  ["danger is in play", "contracts", f({ events: [{ kind: "vermoeden_mishandeling", at: "2026-11-18" }] }), `${vrij} | ${tip} MELDCODE_STAP`],
  ["an event nobody knows", "contracts", f({ events: [{ kind: "kopje_thee", at: "2026-11-18" }] }), `${vrij} | ${tip}`],
  // information
  ["only the school guide", "004 1.8", f({}, { ...schriftelijk, infoGiven: "schoolgids" }), `${dicht} | VRAAG_TOESTEMMING INFORMEER_SCHRIFTELIJK`],
  ["a signature at enrolment", "004 1.8", f({}, { ...schriftelijk, infoGiven: "inschrijving" }), `${dicht} | VRAAG_TOESTEMMING INFORMEER_SCHRIFTELIJK`],
  ["a signature at enrolment, a pupil of sixteen", "004 1.8", at(16, { answers: [ja("leerling")] }, { ...schriftelijk, infoGiven: "inschrijving" }), `${dicht} | VRAAG_TOESTEMMING_LEERLING INFORMEER_SCHRIFTELIJK`],
  ["informed by word of mouth", "004 1.8 optie 1", f({}, { ...schriftelijk, infoGiven: "mondeling" }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["not informed", "004 1.8 optie 1", f({}, { ...schriftelijk, infoGiven: "geen" }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["informed, not understood", "requirements N", f({}, { ...schriftelijk, infoGiven: "schriftelijk_niet_begrepen" }), `${dicht} | INFORMEER_SCHRIFTELIJK TOLK_OF_VERTALING`],
  // instemming
  ["informed, the term is over, nobody objects", "004 1.8 optie 2", i(), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL`],
  ["the term runs, the round is later", "004 1.8 optie 2", i({}, { objectionDeadline: "2026-11-27" }), `${dicht} | WACHT_REACTIETERMIJN`],
  ["the term runs, the round is before its end", "004 1.8 optie 2", i({}, { objectionDeadline: "2026-12-04" }), `${dicht} | WACHT_REACTIETERMIJN SCHUIF_NAAR_VOLGENDE_RONDE`],
  ["the round is on the last day", "004 1.8 optie 2", i({}, { objectionDeadline: "2026-12-01" }), `${dicht} | WACHT_REACTIETERMIJN SCHUIF_NAAR_VOLGENDE_RONDE`],
  ["today is the last day", "004 1.8 optie 2", i({}, { objectionDeadline: "2026-11-20" }), `${dicht} | WACHT_REACTIETERMIJN`],
  ["yesterday was the last day", "004 1.8 optie 2", i({}, { objectionDeadline: "2026-11-19" }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL`],
  ["a parent objects in time", "004 1.8 optie 2", i({ answers: [zegt("ouder2", "bezwaar", "2026-11-12")] }), `${dicht} | ${nietEens}`],
  ["a parent objects after the term", "domain §3", i({ answers: [zegt("ouder2", "bezwaar", "2026-11-19")] }), `${dicht} | ${nietEens}`],
  ["a parent objects after the round", "domain §3", i({ now: late, answers: [zegt("ouder2", "bezwaar", "2026-12-05")] }), `${dicht} | ${nietEens} STOP_VERWERKING INFORMEER_ONTVANGERS_INTREKKING`],
  ["one who does not decide objects", "contracts", i({ answers: [zegt("oma", "bezwaar", "2026-11-12")] }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL REGISTREER_BEZWAAR_ZONDER_VETO`],
  ["both agree without a signature", "004 1.8 optie 2", i({ answers: [zegt("ouder1", "akkoord"), zegt("ouder2", "akkoord")] }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL`],
  ["parents do not react", "004 1.8 optie 2", i({ answers: [zegt("ouder1", "geen_reactie"), zegt("ouder2", "geen_reactie")] }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL`],
  ["told by word of mouth", "004 1.8 optie 2", i({}, { infoGiven: "mondeling" }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["not told", "004 1.8 optie 2", i({}, { infoGiven: "geen" }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["a line in the school guide", "004 1.8", i({}, { infoGiven: "schoolgids" }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["at enrolment", "004 1.8", i({}, { infoGiven: "inschrijving" }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["not understood", "requirements N", i({}, { infoGiven: "schriftelijk_niet_begrepen" }), `${dicht} | INFORMEER_SCHRIFTELIJK TOLK_OF_VERTALING`],
  ["nobody knows whether they were told", "default deny", i({}, { infoGiven: undefined }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["no time to object", "004 1.8 optie 2", i({}, { infoAt: "2026-11-16", objectionDeadline: "2026-11-15" }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["no deadline, told long ago", "domain §3", i({}, { infoAt: "2026-11-01", objectionDeadline: undefined }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL`],
  ["no deadline, told last week", "domain §3", i({}, { infoAt: "2026-11-13", objectionDeadline: undefined }), `${dicht} | WACHT_REACTIETERMIJN`],
  ["no deadline and no day of the notice", "default deny", i({}, { infoAt: undefined, objectionDeadline: undefined }), `${dicht} | INFORMEER_SCHRIFTELIJK`],
  ["gezag unknown", "domain §3", i({ gezag: { type: "onbekend", holders: [] } }), `${dicht} | CONTROLEER_GEZAG`],
  ["a partner wants to say more", "004 1.8 optie 2", i({}, { externalWants: "inhoud" }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL VRAAG_TOESTEMMING`],
  ["fourteen, the pupil was not heard", "domain §3", i({ pupil: { age: 14, sector: "VO" } }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL GESPREK_LEERLING`],
  ["fourteen, the pupil objects", "004 1.8 optie 2", i({ pupil: { age: 14, sector: "VO" }, answers: [zegt("leerling", "bezwaar")] }), `${dicht} | GESPREK_LEERLING BIED_ANONIEME_CONSULTATIE_AAN`],
  ["sixteen, the pupil objects", "UAVG 5", i({ pupil: { age: 16, sector: "VO" }, answers: [zegt("leerling", "bezwaar")] }), `${dicht} | GESPREK_LEERLING BIED_ANONIEME_CONSULTATIE_AAN`],
  ["sixteen, a parent objects", "UAVG 5", i({ pupil: { age: 16, sector: "VO" }, answers: [zegt("ouder1", "bezwaar")] }), `${beperkt} | TERUGKOPPEL_LEERLING VRAAG_TOESTEMMING_REGIEROL REGISTREER_BEZWAAR_ZONDER_VETO`],
  ["everyone who was announced hears the name", "004 1.8 optie 2", i({ scope: null }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL`],
  ["somebody came who was not announced", "004 1.8 optie 2", i({ meeting: { date: "2026-12-01", participants: [...tafel, "LPA"] } }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL AGENDA_SPLITSEN`],
  ["the directeur came", "003", i({ scope: null, meeting: { date: "2026-12-01", participants: [...tafel, "DIR"] } }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL AGENDA_SPLITSEN`],
  ["under an ots", "004 ch.3", i({ gezag: { ...beide, supervisor: "jeugdbeschermer" } }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL STEM_AF_MET_JEUGDBESCHERMER`],
  ["the regierol is asked for", "003 blok 2", i({}, { purpose: "toewijzen_regierol" }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL`],
  ["treatment is to begin", "WGBO", i({}, { purpose: "start_hulp_wgbo" }), `${beperkt} | ${tip} VRAAG_TOESTEMMING_REGIEROL VRAAG_TOESTEMMING_HULP`],
  ["taken back", "AVG 7.3", i({ answers: [zegt("ouder1", "ingetrokken")] }), `${dicht} | STOP_VERWERKING`],
  ["another school", "issue 3.3", i({ events: [{ kind: "schoolwissel", at: "2026-11-18" }] }), `${dicht} | HERNIEUW_TOESTEMMING STOP_VERWERKING`],
  // anoniem
  ["a question to the kernteam", "003 blok 1", a(), "anoniem | | anoniem | consultatief | nee |"],
  ["a question that tells who it is", "004 1.8 optie 3", a({}, { textIdentifying: true }), `${dicht} | ANONIMISEER_TEKST`],
  ["anonymous in the round", "004 1.8 optie 3", a({}, { purpose: "bespreking_szt" }), "anoniem | | anoniem | consultatief | nee |"],
  ["anonymous after a refusal", "004 1.8 optie 3", a({ answers: [zegt("ouder1", "weigering")] }), "anoniem | | anoniem | consultatief | nee |"],
  ["anonymous, gezag unknown", "004 1.8 optie 3", a({ gezag: { type: "onbekend", holders: [] } }), "anoniem | | anoniem | consultatief | nee |"],
  ["anonymous, and then by name outside", "004 1.8 optie 3", a({}, { purpose: "verstrekking_extern" }), "anoniem | | anoniem | consultatief | nee | VRAAG_TOESTEMMING_VERVOLG"],
  ["anonymous with danger in play", "requirements 56", a({ events: [{ kind: "onveilige_thuissituatie", at: "2026-11-18" }] }), "anoniem | | anoniem | consultatief | nee | MELDCODE_STAP"],
  ["a question to the kernteam without a ground", "requirements 42", a({}, { mode: "geen" }), "anoniem | | anoniem | consultatief | nee |"],
  ["anonymous, sixteen", "004 1.8 optie 3", a({ pupil: { age: 16, sector: "VO" } }), "anoniem | | anoniem | consultatief | nee |"],
  // uitzondering
  ["the directeur decided", "004 1.8", x(besluit), "op_naam | IB SMW | - | eigen_afweging | nee | INFORMEER_OUDERS_ACHTERAF MELDCODE_STAP AGENDA_SPLITSEN"],
  ["the directeur decided for this table", "004 1.8", x(besluit, { meeting: { date: "2026-12-01", participants: ["IB", "SMW"] } }), "op_naam | IB SMW | - | eigen_afweging | nee | INFORMEER_OUDERS_ACHTERAF MELDCODE_STAP"],
  ["asked, not decided", "requirements 35", x({ ...besluit, decidedBy: null, decidedAt: null }), `${dicht} | DIRECTEUR_BESLUIT MELDCODE_STAP`],
  ["not asked", "requirements 35", x(null), `${dicht} | DIRECTEUR_BESLUIT MELDCODE_STAP`],
  ["the ib decided", "requirements 35", x({ ...besluit, decidedBy: "IB" }), `${dicht} | DIRECTEUR_BESLUIT MELDCODE_STAP`],
  ["the school social worker decided", "requirements 35", x({ ...besluit, decidedBy: "SMW" }), `${dicht} | DIRECTEUR_BESLUIT MELDCODE_STAP`],
  ["a deputy without a mandate", "contracts", x({ ...besluit, decidedBy: "DIR_PLV" }), `${dicht} | DIRECTEUR_BESLUIT MELDCODE_STAP`],
  ["a deputy with a mandate", "contracts", x({ ...besluit, decidedBy: "DIR_PLV", mandate: true }), "op_naam | IB SMW | - | eigen_afweging | nee | INFORMEER_OUDERS_ACHTERAF MELDCODE_STAP AGENDA_SPLITSEN"],
  ["decided tomorrow", "default deny", x({ ...besluit, decidedAt: "2026-11-21" }), `${dicht} | DIRECTEUR_BESLUIT MELDCODE_STAP`],
  ["without a motivation", "domain §3", x({ ...besluit, motivation: " " }), `${dicht} | DOCUMENTEER_UITZONDERING MELDCODE_STAP`],
  ["not yet documented", "requirements 36", x({ ...besluit, documented: false }), "op_naam | IB SMW | - | eigen_afweging | nee | INFORMEER_OUDERS_ACHTERAF MELDCODE_STAP DOCUMENTEER_UITZONDERING AGENDA_SPLITSEN"],
  ["for a round that is later", "privacy §4: once", x({ ...besluit, validUntil: "2026-11-30" }), `${dicht} | DIRECTEUR_BESLUIT MELDCODE_STAP`],
  ["although a parent refused", "004 1.8", x(besluit, { answers: [zegt("ouder1", "weigering")] }), "op_naam | IB SMW | - | eigen_afweging | nee | INFORMEER_OUDERS_ACHTERAF MELDCODE_STAP AGENDA_SPLITSEN"],
  ["although gezag is unknown", "004 1.8", x(besluit, { gezag: { type: "onbekend", holders: [] } }), "op_naam | IB SMW | - | eigen_afweging | nee | INFORMEER_OUDERS_ACHTERAF MELDCODE_STAP AGENDA_SPLITSEN"],
  ["the child left the school", "contracts", x(besluit, { events: [{ kind: "uitgeschreven", at: "2026-11-19" }] }), `${dicht} | STOP_VERWERKING MELDCODE_STAP`],
  // geen
  ["no ground at all", "default deny", f({ answers: [] }, { mode: "geen" }), `${dicht} | VRAAG_TOESTEMMING`],
  ["no ground, sixteen", "default deny", at(16, { answers: [] }, { mode: "geen" }), `${dicht} | VRAAG_TOESTEMMING_LEERLING`],
  ["no ground, and a refusal", "default deny", f({ answers: [zegt("ouder1", "weigering")] }, { mode: "geen" }), `${dicht} | ${nietEens}`],
  ["no ground, nobody was told", "default deny", f({ answers: [] }, { mode: "geen", infoGiven: "geen" }), `${dicht} | VRAAG_TOESTEMMING INFORMEER_SCHRIFTELIJK`],
  ["no ground, gezag unknown", "default deny", f({ answers: [], gezag: { type: "onbekend", holders: [] } }, { mode: "geen" }), `${dicht} | CONTROLEER_GEZAG`],
  // regierol
  ["the regierol, agreed in writing", "003 blok 2", f({}, { ...schriftelijk, purpose: "toewijzen_regierol" }), `${vrij} | ${tip}`],
  ["the regierol, one has not been asked", "003 blok 2", f({ answers: [ja("ouder1")] }, { ...schriftelijk, purpose: "toewijzen_regierol" }), `${dicht} | VRAAG_TOESTEMMING VRAAG_TOESTEMMING_REGIEROL`],
  ["the regierol, one refuses", "003 blok 2", f({ answers: [ja("ouder1"), zegt("ouder2", "weigering")] }, { ...schriftelijk, purpose: "toewijzen_regierol" }), `${dicht} | ${nietEens}`],
  ["the regierol, agreed in a talk", "003 blok 2", f({ answers: [zegt("ouder1", "akkoord"), zegt("ouder2", "akkoord")] }, { ...schriftelijk, purpose: "toewijzen_regierol" }), `${dicht} | BEWIJS_TOEVOEGEN VRAAG_TOESTEMMING_REGIEROL`],
  // treatment
  ["treatment, nine", "WGBO", f({}, { ...schriftelijk, purpose: "start_hulp_wgbo" }), `${vrij} | ${tip}`],
  ["treatment, thirteen, the pupil was not asked", "WGBO 450", at(13, {}, { ...schriftelijk, purpose: "start_hulp_wgbo" }), `${vrij} | ${tip} VRAAG_TOESTEMMING_LEERLING VRAAG_TOESTEMMING_HULP`],
  ["treatment, thirteen, both", "WGBO 450", at(13, { answers: [...ouders, ja("leerling")] }, { ...schriftelijk, purpose: "start_hulp_wgbo" }), `${vrij} | ${tip}`],
  ["treatment, thirteen, the pupil refuses", "WGBO 450", at(13, { answers: [...ouders, zegt("leerling", "weigering")] }, { ...schriftelijk, purpose: "start_hulp_wgbo" }), `${dicht} | GESPREK_LEERLING BIED_ANONIEME_CONSULTATIE_AAN VRAAG_TOESTEMMING_HULP`],
  ["jeugdhulp, fifteen, only the pupil", "Jeugdwet 7.3.4", at(15, { answers: [ja("leerling")] }, { ...schriftelijk, purpose: "start_jeugdhulp" }), `${dicht} | VRAAG_TOESTEMMING VRAAG_TOESTEMMING_HULP`],
  ["jeugdhulp, sixteen, the pupil", "Jeugdwet 7.3.4", at(16, { answers: [ja("leerling")] }, { ...schriftelijk, purpose: "start_jeugdhulp" }), `${vrij} | TERUGKOPPEL_LEERLING`],
  ["jeugdhulp, thirteen, not able to judge", "Jeugdwet 7.3.4", at(13, { pupil: { age: 13, wilsbekwaam: false } }, { ...schriftelijk, purpose: "start_jeugdhulp" }), `${vrij} | ${tip}`],
  // elsewhere
  ["to the jeugdbeschermer under an ots", "privacy §4", f({ answers: [], scope: null, gezag: { ...beide, supervisor: "jeugdbeschermer" }, meeting: { date: "2026-12-01", participants: ["IB", "JB"] } }, { mode: "geen", purpose: "verstrekking_jeugdbeschermer" }), `op_naam | IB JB | - | volledig_proportioneel | nee | STEM_AF_MET_JEUGDBESCHERMER ${tip}`],
  ["to a jeugdbeschermer without an ots", "privacy §4", f({ answers: [] }, { ...schriftelijk, purpose: "verstrekking_jeugdbeschermer" }), `${dicht} | VRAAG_TOESTEMMING VRAAG_TOESTEMMING_VERVOLG`],
  ["to somebody outside, agreed", "contracts", f({}, { ...schriftelijk, purpose: "verstrekking_extern" }), `op_naam | IB SMW PPO | - | volledig_proportioneel | nee | ${tip}`],
  ["to somebody outside, not agreed", "contracts", f({ answers: [ja("ouder1")] }, { ...schriftelijk, purpose: "verstrekking_extern" }), `${dicht} | VRAAG_TOESTEMMING VRAAG_TOESTEMMING_VERVOLG`],
  ["advice of Veilig Thuis", "contracts", f({}, { ...schriftelijk, purpose: "advies_veilig_thuis" }), `${dicht} | BUITEN_SZT_HOUDEN MELDCODE_STAP`],
  ["a report to Veilig Thuis", "Wmo 5.2.6", f({ answers: [zegt("ouder1", "weigering")] }, { mode: "geen", purpose: "melding_veilig_thuis" }), `${dicht} | BUITEN_SZT_HOUDEN MELDCODE_STAP`],
  ["a parent asks to see the file", "AVG 15", f({}, { ...schriftelijk, purpose: "inzage" }), `${dicht} | BUITEN_SZT_HOUDEN`],
  // what is left out
  ["nothing is known", "default deny", {}, `${dicht} | CONTROLEER_GEZAG`],
  ["only the age", "default deny", { now, pupil: { age: 16 } }, `${dicht} | VRAAG_TOESTEMMING_LEERLING`],
  ["no round: to whom it could be said", "model §6", f({ meeting: null }), `${vrij} | ${tip}`],
  ["no age: as under twelve, and heard", "default deny", f({ pupil: {} }), `${vrij} | ${tip} GESPREK_LEERLING`],
  ["gezag by its holders", "default deny", f({ gezag: { holders: ["ouder1", "ouder2"], verified: true } }), `${vrij} | ${tip}`],
  ["a moment with an offset", "contracts", f({ now: "2026-11-20T08:00:00Z" }), `${vrij} | ${tip}`],
  ["unknown words for a partner", "contracts", f({ meeting: { date: "2026-12-01", participants: ["IB", "CJG"] }, scope: { ...scope, recipients: ["CJG"] } }), `op_naam | IB CJG | alles | volledig_proportioneel | toewijsbaar | ${tip}`],
];

export const scenarios: readonly Scenario[] = lines.map(([name, source, facts, expected]) => ({
  name,
  source,
  facts,
  expected,
}));
