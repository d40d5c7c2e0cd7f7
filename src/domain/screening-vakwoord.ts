/** Words with a capital that name no person: methods, tests, institutions, functions, days, places of care. */
const woorden = `
januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
ma di wo do vr za zo jan feb mrt apr jun jul aug sep sept okt nov dec
ib ib'er ib'ers ibers iber ibs coo smw cjg jgz ggd ggz ppo swv szt bpo scp oat ozb loket lpa sbo so vso vmbo havo vwo mbo hbo wo pro vo po bso kdv
opp hgw hgpd giz cito iep dia dle avi dmt drempelspel dmt's amn nio wisc wppsi sdq scol kijk zien zien! bosos ot tos esm nt2 nt1 isk lvs ndd sidi parnassys esis magister kindkans somtoday
snappet gynzy squla junior einstein rekentuin bareka muiswerk taalzee staal estafette lekker lezen nieuwsbegrip pluspunt wereld getal rekenwereld argus clou kleuterplein
kanjertraining kanjer rots water rots-en-water rots & water rotstraining vreedzame vreedzaam pbs leefstijl taakspel marietje kessler kies kom op kracht stippestappen grip
bouw bouw! letterster ralfi connect veilig leren lezen vll kim-versie schatkist onderbouwd sil piramide puk uk kleuteruniversiteit ik-pas doe-praat
kinderopvang peuterspeelzaal buitenschoolse opvang wijkteam veilig thuis kwadraad enver pameijer youz lucertis parnassia lentis karakter yulius accare jeugdformaat jeugdzorg jeugdhulp
jeugdbescherming raad kinderbescherming raad voor de kinderbescherming samen veilig save william schrikker leger heils bureau halt politie leerplicht gemeente kentalis auris pento
samenwerkingsverband passend onderwijs arrangement kernteam schakelteam overlegronde rondetafel groeidocument handelingsplan zorgplan kindplan veiligheidsplan
ouders ouder vader moeder mama papa opa oma juf meester meneer mevrouw dhr mw mevr leerkracht leerling groep klas team school directeur mentor
nederland nederlands nederlandse engels frans duits rekenen taal lezen spelling schrijven begrijpend technisch gym wereldoriëntatie aardrijkskunde geschiedenis natuur verkeer muziek
tel mail whatsapp teams zoom word excel google classroom chromebook ipad youtube tiktok instagram snapchat roblox minecraft fortnite facebook
sinterklaas kerst kerstvakantie pasen pinksteren hemelvaart koningsdag suikerfeest ramadan carnaval halloween herfstvakantie voorjaarsvakantie meivakantie zomervakantie
avg mdo mt mr hv nb ps ivm tav iq adl kgb vb bv bijv evt mbt mn zs zsm tov oa ea etc dd nvt
rotterdam amsterdam utrecht eindhoven groningen tilburg almere breda nijmegen haarlem arnhem zaandam amersfoort apeldoorn zwolle leiden dordrecht delft gouda middelharnis goeree overflakkee
plus plusklas taalklas schakelklas kleuterklas bovenbouw middenbouw onderbouw unit leerplein
tafel tafels werkwoordspelling hoofdrekenen e3 m3 e4 m4 e5 m5 e6 m6 e7 m7 e8 m8 b8
`;
const vakwoorden: ReadonlySet<string> = new Set(woorden.trim().split(/\s+/));

export function isVakwoord(word: string): boolean {
  const bare = word.replace(/'s$|'$/u, "");
  if (vakwoorden.has(word) || vakwoorden.has(bare)) return true;
  // "CITO-toets", "SMW-gesprek": the part before the dash says what it is.
  const [head, ...tail] = word.split("-");
  return tail.length > 0 && head !== undefined && vakwoorden.has(head);
}
