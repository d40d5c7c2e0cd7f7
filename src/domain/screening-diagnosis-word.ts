/** Words of diagnosis, medicine and care. "*" is any ending, "…" up to four words in between. */

/** Kinds of trouble that have a name of their own, in any spelling that sounds the same (see sound()). */
export const spelledDiagnoses = `
dyslexie dyslectisch dyslectische dyslexieverklaring dyslexieonderzoek dyslecticus dyscalculie dyscalculisch dysgrafie dyspraxie dysorthografie
autisme autistisch autistische autist autismespectrum asperger epilepsie epileptisch epileptische tourette
depressie depressief depressieve depressies bipolair schizofrenie psychose psychotisch borderline
anorexia boulimia bulimia automutilatie automutileert suicidaal suicidale
methylfenidaat ritalin concerta medikinet equasym dexamfetamine rilatine tentin strattera atomoxetine risperidon abilify aripiprazol melatonine fluoxetine sertraline citalopram intuniv guanfacine dipiperon ventolin prednison insuline depakine keppra lamotrigine antidepressiva oxazepam diazepam lorazepam temazepam
hechtingsstoornis hechtingsproblematiek hechtingsproblemen angststoornis angststoornissen dwangneurose dwangneuroses eetstoornis eetstoornissen gedragsstoornis gedragsstoornissen dwangstoornis persoonlijkheidsstoornis aandachtsstoornis aandachtstekortstoornis spectrumstoornis taalontwikkelingsstoornis taalstoornis spraakstoornis leerstoornis rekenstoornis leesstoornis ontwikkelingsstoornis paniekstoornis slaapstoornis stemmingsstoornis
hoogbegaafd hoogbegaafde hoogbegaafdheid hoogsensitief hooggevoelig hoogsensitiviteit zwakbegaafd zwakbegaafde zwakbegaafdheid moeilijklerend
slechthorend slechthorende slechtziend slechtziende slechthorendheid doofblind spastisch spastische spasticiteit
diabetes suikerziekte reuma leukemie hersentumor hersenschudding hersenletsel hersenvliesontsteking migraine eczeem astma astmatisch obesitas obstipatie encopresis enuresis coeliakie taaislijmziekte narcolepsie scoliose hemofilie sikkelcel sikkelcelziekte
paniekaanvallen paniekaanval faalangst faalangstig faalangstige dwanggedachten dwanghandelingen fobie schoolfobie smetvrees zelfbeschadiging
psychiater psychiatrisch psychiatrische psychiatrie kinderpsycholoog kinderpsychiater psychotherapie psychotherapeut speltherapie kinderarts neuroloog revalidatiearts oncoloog
prozac seroquel quetiapine haldol haloperidol zyprexa olanzapine cipramil seroxat paroxetine venlafaxine zoloft lexapro escitalopram amitriptyline mirtazapine lithium clonidine pipamperon risperdal pimozide rubifen kinecteen elvanse lisdexamfetamine amfexa modafinil circadin promethazine valium xanax alprazolam seresta normison tegretol carbamazepine oxcarbazepine trileptal orfiril topiramaat levetiracetam rivotril clonazepam midazolam stesolid buccolam salbutamol flixotide seretide pulmicort singulair montelukast cetirizine levocetirizine desloratadine zyrtec movicolon forlax macrogol desmopressine minrin oxybutynine novorapid lantus humira methotrexaat prednisolon hydrocortison euthyrox thyrax levothyroxine groeihormoon groeihormonen roaccutane diclofenac morfine oxycodon tramadol fentanyl methadon ketamine cocaine lachgas
tinnitus afasie apraxie ataxie agnosie albinisme alopecia aneurysma bronchitis cataract colitis dementie dwerggroei emfyseem endometriose galactosemie glaucoom hartinfarct hydrocefalus hypermobiel hypermobiliteit hypotonie incontinent incontinentie jeugdreuma kleurenblind kinkhoest lactose-intolerant lymfoom macrocefalie microcefalie melanoom mucoviscidose nachtblind neurofibromatose nystagmus paraplegie prematuriteit rachitis retinitis scheelzien slaapapneu slaapwandelen slaapwandelt spraakgebrek strabisme thalassemie vitiligo doofheid blindheid lactoseintolerant
hallucineert hallucinatie hallucinaties wanen waanbeeld dissocieert dissociatie dissociatief derealisatie mutistisch zelfdestructief automutileren trichotillomanie prikkelgevoelig prikkelgevoeligheid hypergevoelig onderpresteren onderpresteert onderpresteerder hoogbegaafden woedeaanval woedeaanvallen slaapapneumasker insulinepomp orthese prothese korset
kempenhaeghe roessingh adelante heliomare klimmendaal jellinek brijder novadic boddaert
verslavingszorg crisisopname dagbehandeling slaapmiddel slaapmiddelen kalmeringsmiddel sondevoeding stottertherapie antipsychotica
`;

/** Abbreviations and short words: only as they are. */
export const exactDiagnoses = `
adhd
add
ad hd
ass
pdd nos
pddnos
mcdd
pdd
nah
hb
esm
cptss
c ptss
fasd
pku
nf1
cf
mkd
odc
kdc
xtc
mdma
ghb
speed
odd
tos
nld
lvb
lvg
zmlk
dcd
ptss
ocd
ocs
fasd
fas
hsp
cp
ms
ehlers danlos
adhd*
a d h d
a d d
a s s
cvs
me cvs
soa
arfid
(?:slechthorend|slechthorende|doof|dove|gehoorverlies|gehoorapparaat|hoorapparaat) … ci
ci (?:links|rechts|implantaat|beiderzijds|aan beide)
gilles de la t
hoogfunctionerend autis*
(?:vermoeden|kenmerken|signalen|trekken|trekjes) van (?:add|odd|ass|tos|nld)
`;

export const diagnosisPhrases = `
(?:ontwikkelings|groei|spraak|cognitieve|motorische|mentale|intelligentie)\\s?achterstand
(?:aandachts|zuurstof|vitamine|ijzer|hormoon)\\s?tekort*
(?:alcohol|hersen|gehoor|zenuw|orgaan|long|hart|nier)\\s?(?:schade|falen|problemen|klachten|patient)
(?:hart|hartklep|long|lever|nier|darm|maag|bloed|huid|oog|oor|spier|gewrichts|schildklier|hersen|rug|heup)\\s?(?:klachten|problemen|kwaal|defect|ruis|gebrek|patient|patientje|stoornis)
(?:lijdt|leed|leden) aan \\S{3,25}
(?:verdenking|verdenkingen) (?:op|van) \\S{3,25}
(?:kenmerken|trekken|signalen) van \\S{0,20}(?:isme|exie|ie|stoornis)
(?:flauwgevallen|flauwvallen|valt flauw|viel flauw|flauwtes|bewusteloos|buiten bewustzijn|tinnitus|lupus|psoriasis|anemie|bloedarmoede|hartklep|pacemaker|bloedstolling|bloedziekte|leukopenie|hepatitis|tbc|tuberculose|malaria|sepsis|longontsteking|geelzucht|hielspoor|botbreuk|gipsvlucht|heupdysplasie|dysplasie|kyfose|hernia|artrose|artritis|jeugdreuma|fibromyalgie|hartritme*|ritmestoornis|bloeddruk|hyperventil*|hyperactief door|suicidepoging|zelfmoordpoging|overdosis|intoxicatie|alcoholvergiftiging)
(?:zware|grote|spoed|open hart|kleine|hart|oog|oor|heup|buik|hersen)\\s?operatie
(?:cluster|cl) [1234]
(?:niet aangeboren hersenletsel|cystic fibrosis|taaie slijm ziekte)
(?:beugelbrace|rugbrace|beenbrace|spalk|spalken|krukken|rollator|driewielfiets|rolstoelbus|rolstoeltoegankelijk|aangepaste (?:stoel|fiets|wc|schoenen))
(?:buisjes|amandelen) … (?:oren|geknipt|gehad|gekregen)?
(?:chronisch|voortdurend) (?:verkouden|moe|misselijk|benauwd|oververmoeid)
(?:luiers|luier|incontinentiemateriaal)
(?:paniek|paniekerig|in paniek|ernstige heimwee|extreme angst|doodsangst|doodsbang)
(?:verlamd|halfzijdig|amputatie|geamputeerd|verminkt|misvormd|misvorming)
(?:zichzelf|zich|zelf) … (?:iets aan|wat aan|van kant|pijn|verwonden|snijden)
(?:iets|wat) aan (?:wil|wilde|zou|gaat|te) (?:doen)?
(?:woede uitbarsting|woede uitbarstingen|driftbuien|agressieregulatie)
(?:medisch kinderdagverblijf|orthopedagogisch dagcentrum|kinderdagcentrum|revalidatiecentrum|prinses maxima|maxima centrum|sophia kinderziekenhuis|ronald mcdonald*)
(?:uitgezaaid|uitzaaiingen|terminale|levensbedreigend|ongeneeslijk)
(?:ondergewicht|anorectisch|dikker|vreetbuien|laxeert|laxeermiddelen|calorieen)
(?:zorgindicatie|(?:heeft|kreeg|krijgt|indicatie voor) … indicatie|wlz|wlz indicatie|jeugdwet indicatie)
(?:meisje|jongen|kind|hij|zij|ze) … (?:plast|poept|kwijlt) … (?:broek|bed)
(?:gediagnosticeerd|gediagnostiseerd|gediagnotiseerd|diagnostisch|gediagnosteerd)
(?:heeft|kreeg|had|krijgt|met|zonder|een|de|zijn|haar|officiele|formele|dubbele|medische) diagnose
diagnose (?:van|is|werd|gesteld|door|bevestigd|luidt)
diagnostiek (?:loopt|gestart|afgerond|bij)
(?:medicatie|medicijn|medicijnen|medicatiegebruik|pillen|pilletje*|tabletten|antibiotica|pufje|puffer|inhalator|epipen|insulinepomp|pompje)
(?:slikt|neemt|gebruikt|krijgt|ingesteld) … (?:pillen|medicijn*|pufjes|druppels|tabletten|slaappillen)
(?:autistisch*|autist*|autisme*)
dyslexi*
dyscalculi*
(?:verstandelijk|lichamelijk|meervoudig|motorisch|visueel|auditief) (?:beperkt|beperkte|gehandicapt|gehandicapte|beperking)
(?:verstandelijke|lichamelijke|meervoudige|motorische|visuele|auditieve|fysieke) (?:beperking|handicap|stoornis)
(?:licht|matig|ernstig) (?:verstandelijk|verstandelijke) (?:beperkt|beperking|gehandicapt)
iq … \\d{2,3}
\\d{2,3} iq
(?:tiq|viq|piq|totaal iq) … \\d{2,3}
(?:laag|lage|beneden gemiddeld|hoog|totaal) (?:iq|intelligentie)
gilles de la tourette
(?:tics|tiqs)
(?:heeft|had|kreeg|een|epileptische|weer|vaak) (?:absence|absences|toeval|toevallen|insult|insulten)
(?:epileptisch|epileptische) (?:aanval|aanvallen)
(?:down|syndroom van down|downsyndroom|syndroom)
syndroom van *
(?:down|turner|klinefelter|rett|williams|prader|fragiele x|noonan|marfan|usher|foetaal alcohol) (?:syndroom|willi)
foetaal alcoholsyndroom
selectief (?:mutisme|mutistisch)
mutisme
(?:chronisch|chronische) (?:vermoeidheid|hoofdpijn|ziek|ziekte|vermoeid|pijn|aandoening)
(?:ernstig|langdurig) ziek
(?:hartafwijking|hartaandoening|hartruis|hartprobleem|hartoperatie|nierziekte|leverziekte|longziekte|stofwisselingsziekte|spierziekte|bloedziekte|schildklier*|darmziekte)
(?:ziekte|aandoening) van *
ziekte van (?:crohn|pfeiffer|lyme|perthes)
pfeiffer
(?:kanker|tumor|chemo|chemotherapie|bestraling|bestralingen)
(?:doof|blind)
(?:gehoorapparaat|gehoorapparaten|gehoorapparaatje*|hoorapparaat|hoortoestel|cochleair implantaat|solo apparatuur|ringleiding)
(?:zit|zitten|in|met|gebruikt|een|zijn|haar) … (?:rolstoel|rollator|prothese|spalken|brace|korset)
(?:slaapproblemen|eetproblemen|slaapstoornis*|eetprobleem|gewichtsprobleem)
(?:ondervoed|ondergewicht|overgewicht)
(?:bedplassen|bedplasser|plasprobleem|plasproblemen|blaasprobleem*|poepprobleem|poepproblemen|broekpoepen|onzindelijk|niet zindelijk|luier)
(?:angstig|angsten|angstklachten|angstaanval*|nachtmerries|dwangmatig*|stemmingswisselingen|somber|sombere|somberheid|depri)
(?:overspannen|burn out|burnout|burnoutklachten)
(?:trauma|trauma's|getraumatiseerd*|traumabehandeling|traumatherapie|traumaverwerking|traumatisch*)
(?:emdr|cgt|pmt|psychomotorische therapie|cognitieve gedragstherapie|gedragstherapie|gezinstherapie|systeemtherapie|therapie|rouwtherapie|creatieve therapie|spelbegeleiding)
(?:snijdt|kerft|krast|sneed|kraste|snijden|krassen|automutil*|verwondt|beschadigt) … (?:zichzelf|armen|arm|pols|polsen|benen)
(?:zelfbeschadig*|zelfverwond*|suicid*|zelfmoord*|zelfdoding*)
(?:wil|wilde) … (?:dood|niet meer leven)
(?:opgenomen|opname) … (?:paaz|kjp|hic|ziekenhuis|kliniek|psychiatr*|instelling|ggz|afdeling|sophia|erasmus|emc|umc|geweest)
opgenomen geweest
opgenomen (?:is|was|geweest|worden) … (?:in|voor|na)
opname
crisisopname
(?:in|naar|bij) … (?:ziekenhuis|kliniek|revalidatie*|sophia|sophiakinderziekenhuis|erasmus mc|emc|wkz|amc|umc|lumc|ikazia|maasstad)
(?:operatie|geopereerd|narcose)
(?:onder|wacht op|startte|kreeg|krijgt|tijdens|medische|psychische|psychologische) (?:behandeling|behandeltraject)
in behandeling bij
(?:loopt|gaat|ging|is|zit|komt|was|onder behandeling|verwezen|verwijzing|doorverwezen|doorverwijzing|aangemeld|aanmelding|wachtlijst) … (?:psycholoog|psychologe|psychiater|kinderpsycholoog|kinderarts|neuroloog|therapeut|kindertherapeut|speltherapeut|fysiotherapeut|dietist|dietiste|uroloog|kno arts|oogarts|revalidatiearts|ggz|jeugd ggz|basis ggz|poh ggz|psycholoog)
(?:uroloog|kno arts|dietist|dietiste|endocrinoloog|cardioloog|orthopeed|dermatoloog|klinisch geneticus|geneticus|kinderneuroloog|kinderfysio*)
(?:psycholoog|psych|kinderarts|huisarts|psychiater|specialist|arts|dokter) (?:zegt|denkt|vermoedt|heeft|wil|schrijft|gaf|stelde|vindt|wees)
(?:door|volgens|van|via|bij) de (?:psycholoog|kinderarts|huisarts|psychiater|neuroloog|dokter|arts|specialist)
(?:psych|psychologisch|psychologische|psychodiagnostisch|neuropsychologisch|intelligentie|persoonlijkheids) (?:onderzoek|onderzoeken|klachten|problemen|hulp|rapport|verslag)
(?:intelligentieonderzoek|iq test|iq onderzoek|wisc|wppsi|son r)
(?:psychische|psychiatrische|medische|lichamelijke|neurologische) (?:klachten|problemen|problematiek|hulp|zorg|aandoening|achtergrond|indicatie|ziekte)
(?:ggz|jeugd ggz|jggz|yulius|youz|lucertis|karakter|accare|curium|parnassia|antes|altrecht|mentrum|levvel|fornhese|herlaarhof|kenter|molemann|indigo|psyq|opvoedpoli|i psy|emergis|enver|horizon|timon|auris|kentalis|bartimeus|visio|ipse|middin|pameijer|rijndam|rmpi|trivium) (?:traject|behandeling|onderzoek|opname|indicatie|verwijzing|hulp)
(?:bij|naar|door) (?:de )?(?:ggz|jeugd ggz|yulius|youz|lucertis|karakter|accare|curium|parnassia|antes|altrecht|psyq|opvoedpoli|auris|kentalis|rijndam|rmpi|visio|bartimeus|emergis)
(?:spd|sensorische informatieverwerking|prikkelverwerkingsstoornis|prikkelverwerkingsprobleem*|overprikkeld door zijn)
(?:allergie|allergisch|notenallergie|pinda allergie|pindaallergie|voedselallergie|koemelkallergie|glutenvrij|coeliakie)
(?:schisis|hazenlip|klompvoet*|klompvoetjes|waterhoofd|open rug|spina bifida|prematuur|te vroeg geboren|zuurstofgebrek|zuurstoftekort|couveuse)
(?:flashbacks|herbelevingen|eetbuien|braakt|braken|prikpen|cerebrale parese|parese|spasmen|spasme|obsessief compulsief|obsessieve gedachten|stottert|stotteren|bedlegerig|brandwonden|verminderd gehoor|gehoorverlies|gehoorschade|oogafwijking|lui oog|hielprik|stoma|katheter|dialyse|transplantatie|infuus)
(?:behandeld|behandeling|medicijnen|medicatie|therapie|hulp) (?:voor|tegen|bij) (?:\\S{3,15} )?(?:angst|angsten|depressie|trauma|verslaving|agressie|dwang|tics)
(?:hersenbloeding|hartstilstand|herseninfarct|coma|long covid|covid klachten|meningitis|hiv|hepatitis)
(?:drugs|blowt|blowen|wiet|verslaafd|verslaving|alcohol|alcoholgebruik|comazuipen|gokverslaving|gameverslaving|gameverslaafd)
(?:getest|test|onderzoek|onderzocht|verwijzing|screening) … op (?:adhd|autisme|ass|dyslexie|add|tos|hb|hoogbegaafdheid)
(?:afgevallen|valt) … (?:kilo|af)
(?:slikt|snuift|spuit|inhaleert) \\S{3,20}
(?:eet|drinkt) (?:thuis |al dagen |bijna |echt )?(?:niks|niets|nauwelijks|amper) … (?:meer|nog)
(?:eet|drinkt) (?:niks|niets|nauwelijks|amper)
(?:weegt|woog) … (?:kilo|kg|niks|niets|niet)
(?:wachtlijst|intake|aangemeld|aanmelding|verwijzing|traject|behandeling) … (?:ggz|psycholoog|psychiater|kliniek)
(?:borderline|bipolair|manisch|psychose|waanbeelden|hoort stemmen|stemmen hoort|(?:snijdt|kerft|krast|sneed|verwondt|beschadigt) zich|stemmen in)
`;

/** By the end of the word, whatever stands before it. */
export const diagnosisEnding =
  /^\S{2,30}(?:itis|emie|emisch|pathie|trofie|algie|plegie|parese|neuroses?|manie|fobie|fobieen|mutisme|stoornis|stoornissen|afwijking|afwijkingen|aandoening|aandoeningen|ziekte|ziekten|ziektes|syndroom|letsel|ontsteking|ontstekingen|infectie|infecties|tumor|kanker|beperking|beperkingen|handicap|verlamming|vergiftiging|verslaving|verslaafd|verwonding|verminking|aanvallen|psychose|dystrofie|sclerose|therapie|medicatie|medicijnen|hormonen|remmers|tabletten|reuma|epilepsie|depressie|katheter|migraine|diabetes|eczeem|autisme|dyslexie|dyscalculie|psycholoog|psychologe|psychiater|therapeut|poli|polikliniek|kliniek)$/;
/** Ordinary words with such an ending, and who works at school. */
export const noDiagnosis =
  /^(?:academie|economie|chemie|premie|bohemie|epidemie|pandemie|sympathie|antipathie|empathie|nostalgie|strategie|energie|magie|tijdsbeperking|inperking|reisbeperking|schoolpsycholoog|fysiotherapie|logotherapie|oefentherapie|kinderoefentherapie|oefentherapeut|ergotherapie|ergotherapeut|ergotherapeute|fysiotherapeut|kinderfysiotherapie|kinderfysiotherapeut|kinderoefentherapeut|liefhebberij|germanie|anatomie|telefonie|kindertherapie|hartaanvallen|luchtaanvallen|collectie|directie|kopieermachine|alchemie)$/;
