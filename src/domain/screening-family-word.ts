/** Words about the home of a child. "*" is any ending, "…" up to four words in between. */

export const relation =
  "(?:moeder|moeders|vader|vaders|mams|paps|mam|pap|moeke|stiefpa|stiefma|schoonmoeder|schoonvader|mama|mamma|papa|pappa|mam|pap|ma|pa|ouder|ouders|stiefmoeder|stiefvader|stiefouder*|stiefbroer*|stiefzus*|stiefpapa|stiefmama|bonusmoeder|bonusvader|pleegmoeder|pleegvader|plusvader|plusmoeder|opa|oma|grootvader|grootmoeder|grootouders|overgrootoma|broer|broers|broertje|broertjes|broer's|zus|zussen|zusje|zusjes|halfbroer*|halfzus*|tweelingbroer|tweelingzus|oom|tante|neef|neefje|nicht|nichtje|vrouw|man|partner|ex|exman|exvrouw|gezin|familie|familielid|verzorger|verzorgers|voogd|peetoom|huisgenoot)";

/** Facts that tell of a home by themselves. */
export const familyFacts = `
(?:scheiding(?! (?:van|tussen|in) (?:de )?(?:taken|rollen|functies|machten|verantwoordelijkheden|groepen|klassen|afval|kerk|school|werk|prive|onderwijs|zorg))|echtscheiding|vechtscheiding|scheidingsproblematiek|scheidings*|gescheiden|v?echtscheidings*|uit elkaar gegaan|relatiebreuk)
(?:gaan|gaat|ging|willen|wil|liggen|lagen|zitten|in) … scheid(?:en|ing)
(?:uit elkaar|samengesteld gezin|co ouderschap|coouderschap|omgangsregeling|bezoekregeling|ouderschapsplan|omgangsondersteuning|omgang onder|begeleide omgang|omgang met (?:vader|moeder|zijn vader|zijn moeder|haar vader|haar moeder)|alimentatie|parallel ouderschap|complexe scheiding|bezoekrecht)
(?:om beurten|beurtelings|afwisselend|om en om) … (?:vader|moeder|papa|mama|opa|oma)
(?:slachtoffer van (?:mensenhandel|geweld|misbruik|loverboy*)|mensenhandel|uithuwelijk*|gedwongen huwelijk|besneden|besnijdenis)
(?:om de week|om het weekend|weekend|weekenden|doordeweeks|halve week|helft van de week) … (?:bij|naar|met) … (?:vader|moeder|papa|mama|opa|oma|pleeg*)
(?:uithuisplaatsing*|uit huis geplaatst*|uithuisgeplaatst*|uit huis gezet|uit huis)
(?:pleeggezin*|pleegzorg|pleegkind*|pleegouder*|pleegmoeder|pleegvader|pleegbroer*|pleegzus*|gezinshuis*|gezinshuisouder*|logeeropvang|logeergezin|residentieel|leefgroep|woongroep|kindertehuis|tehuis|jeugdinstelling|jji|gesloten jeugdzorg|crisisplaatsing|crisisopvang)
(?:adoptie*|adoptief*|geadopteerd*|adoptieouders|weeskind|is wees|voogd|voogdij*|gezinsvoogd*|jeugdbeschermer|jeugdbescherming|ondertoezichtstelling|ots|onder toezicht|onder toezicht gesteld|raad voor de kinderbescherming|kinderbescherming|rvdk|jeugdreclassering|gecertificeerde instelling|veilig thuis (?:melding|onderzoek|traject|is|wordt|was|heeft|betrokken|over)|zorgmelding|melding … veilig thuis|melding … jeugdzorg|meldcode (?:gestart|in werking|stap)|melding (?:bij )?veilig thuis|kinderrechter|familierechter|rechtszaak|de rechter|rechtbank)
(?:detentie|gedetineerd*|gevangenis|gevangen|vast zit|vastzit|in de cel|strafblad|taakstraf|enkelband|tbs|gearresteerd|aangehouden|veroordeeld|justitie|reclassering|voorlopige hechtenis|bajes)
(?:schulden|huurschuld*|schuldsanering|schuldhulp|schuldhulpverlening|wsnp|bewindvoerder|bewindvoering|onder bewind|deurwaarder|incasso|faillissement|failliet|huurachterstand|geldproblemen|geldzorgen|financiele (?:problemen|zorgen|nood|situatie)|betalingsachterstand|budgetbeheer|rood staan)
(?:armoede|voedselbank|kledingbank|bijstand|bijstandsuitkering|uitkering|ww|wajong|wia|minima|geen geld|weinig geld)
(?:verslaafd|verslaving|alcoholist|alcoholisme|alcoholprobleem*|drankprobleem*|drankmisbruik|drugsgebruik|drugsverslaving|gokverslaving|gokt|drugshandel|dealt)
(?:huiselijk geweld|geweld thuis|partnergeweld|mishandel*|kindermishandeling|eergerelateerd*|eerwraak|misbruik*|incest|verwaarloos*|verwaarlozing|stalking|stalkt|contactverbod|straatverbod|huisverbod|tijdelijk huisverbod|blijf van mijn lijf*|blijfhuis|vrouwenopvang|opvang voor (?:vrouwen|gezinnen|daklozen|slachtoffers)|noodopvang|opvanghuis|maatschappelijke opvang|daklozenopvang|dakloos|thuisloos|geen vaste woonplek|geen huis|huisuitzetting|uithuiszetting|uit huis zetting|huis uitgezet|land uitgezet|uit huis gezet|inwonend|antikraak)
(?:overleden|overlijden|overleed|gestorven|stierf|sterfgeval|is dood|gaat dood|dood gegaan|doodgegaan|doodgeboren|begrafenis|crematie|uitvaart|stervende|terminaal|palliatief|weduwe|weduwnaar|verloren heeft|rouw|rouwt|rouwproces|op sterven|stervensbegeleiding|(?:kindje|baby|zwangerschap) verloren|miskraam|stilgeboren|zelfdoding|euthanasie)
(?:zwanger|zwangere|zwangerschap|hoogzwanger|in verwachting|tienermoeder|tienerzwangerschap|bevallen|bevalling|abortus|ivf)
(?:werkloos|werkeloos|ontslagen|ontslag gekregen|baan kwijt|baan verloren|werkloosheid|zonder werk|arbeidsongeschikt|afgekeurd|ziektewet)
(?:asielzoeker*|azc|statushouder*|vluchteling*|gevlucht*|vluchten uit|gezinshereniging|uitgeprocedeerd*|ongedocumenteerd*|illegaal|oorlog meegemaakt|uit de oorlog)
(?:alleenstaand*|eenoudergezin*|eenouder|moeder alleen|vader alleen|staat er alleen voor)
(?:ruzie|ruzies|spanningen|spanning|conflicten|onrust|zorgen|problemen|problematiek|geweld|stress|chaos|geschreeuw|klappen|onveilig|onveiligheid|onveilige situatie) … thuis
thuis (?:geen|niemand|weinig|niets|niks) \\S{2,20}
(?:thuis|wordt|werd|is|vaak|vaker) … (?:uitgescholden|opgesloten|vernederd|gekleineerd|vastgebonden|buitengesloten thuis)(?: en \\S{3,20})?(?= (?:thuis|\\S{1,15} ){0,4}(?:thuis|zolder|kamer|kelder|kast|schuur|door (?:zijn|haar|de|een|vader|moeder|stief\\S{0,10}|papa|mama)))
thuis … (?:uitgescholden|opgesloten|vernederd|gekleineerd|vastgebonden)(?: en (?:uitgescholden|opgesloten|vernederd|geslagen|gekleineerd))?
thuis … (?:ruzie|spanningen|spanning|geslagen|slaag|klappen|onveilig|onrustig|problemen|zorgen|geschreeuw|schreeuwen|moeilijk|niet goed|mis|zwaar|heftig|chaos)
(?:thuissituatie|gezinssituatie) … (?:zorgelijk|onveilig|onrustig|instabiel|complex|zwaar|moeilijk|slecht|ingewikkeld|verslechterd|heftig|gespannen|problematisch)
(?:zorgelijke|onveilige|onrustige|instabiele|complexe|zware|moeilijke|lastige|ingewikkelde|heftige) (?:thuissituatie|gezinssituatie|situatie thuis)
(?:multiprobleem*|multi probleem*|kopp kind*|kopp|kvo|mantelzorg*|jonge mantelzorger|parentificatie|geparentificeerd|loyaliteitsconflict|ouderverstoting)
(?:huwelijksproblemen|relatieproblemen|opvoedproblemen|opvoedingsproblemen|opvoedonmacht|pedagogische onmacht|vreemdgegaan|vreemdgaan|affaire)
(?:afkomstig|komt|komend) uit een … gezin
(?:tweeling|drieling|enig kind|nakomertje|enigst kind)
(?:nieuwe (?:vriend|vriendin|partner|man|vrouw)|ex (?:partner|man|vrouw|vriend)|exman|expartner|samengesteld gezin|hertrouwd|vriend van moeder|vriendin van vader|vriend van mama|vriendin van papa|stiefvader|stiefmoeder|stiefgezin|stiefbroer*|stiefzus*|halfbroer*|halfzus*)
(?:gezag kwijt|geen gezag|eenhoofdig gezag|uit de ouderlijke macht|gezag ontnomen|gezagsbeeindiging|gezagskwestie|erkend door|biologische (?:vader|moeder|ouders)|donorvader|onbekende vader)
(?:woningbrand|huisbrand|brand in (?:het|hun|zijn|haar) huis|huis afgebrand|afgebrand|overval|beroving|schietpartij|steekpartij|ontploffing|explosie|bedreigingen|doodsbedreiging*|verkeersongeluk|verkeersongeval|auto ongeluk|auto ongeval|noodlottig)
(?:gastgezin|netwerkpleeg*|noodwoning|hotel opvang|daklozenopvang|nachtopvang|omgangshuis|zedenzaak|zedenmisdrijf|zedendelict|geheim adres|onderduik*|ondergedoken|kinderontvoering|ontvoerd|ontvoering|intensive care|hardhandig*|lijfstraf*|met een riem|met de riem|aangerand|aanranding|verkrachting|verkracht|aangeraakt|grooming|sexting|naaktfoto*|draagmoeder|donorkind|halfwees|afkickkliniek|ontwenning*|proefverlof|vrijgekomen|voorwaardelijk vrij)
(?:kindje|baby|broertje|zusje|kind) … (?:op komst|onderweg|geboren|doodgeboren|overleden)
(?:op|voor) (?:zijn|haar|de|hun) (?:broertje|broertjes|zusje|zusjes|broertje en zusje) (?:passen|zorgen|past|zorgt|koken)
(?:past|zorgt|kookt|tolkt|zorgen|passen) … (?:op|voor) … (?:broertje|broertjes|zusje|zusjes|moeder|vader|ouders|gezin)
(?:thuis|daar) … (?:gedronken|gedronken wordt|drugs|alcohol|drank|gebruikt|gevochten|geschreeuwd|geslagen)
(?:jongste|oudste|enige|vierde|vijfde|zesde|zevende) kind van
(?:slecht aan toe|aan de drank|aan de drugs|in de war|in de put|in de prostitutie|zonder papieren|zonder werk|zonder geld|zonder inkomen)
(?:geen eten|niets te eten|slapen op een matras|slaapt op een matras|slapen op de grond|slaapt op de bank|geen eigen bed|geen verwarming|geen gas|afgesloten van)
(?:nieuwe baby|nieuw broertje|nieuw zusje|gezinsuitbreiding)
bekend bij … (?:politie|justitie|hulpverlening|jeugdzorg|veilig thuis)
(?:stress|spanning|spanningen|ruzie|ruzies|geweld|problemen|problematiek|zorgen|conflict|conflicten|onrust|drank|armoede) … (?:in|binnen) (?:het|dit|hun|zijn|haar) gezin
(?:opvoedsteun|gezinsbegeleiding|ipg|iag|mst|families first|gezinscoach|gezinscoaching|gezinshulp|thuisbegeleiding|ambulante hulp thuis|intensieve gezins*)
(?:politie|arrestatieteam|agenten) … (?:deur|geweest|gebeld|betrokken|inval|bureau|melding|thuis|opgehaald|meegenomen)
(?:zijn|haar|hun|z'n|zn|d'r|dr) (?:vader|moeder|papa|mama) … (?:weg|nooit|niet|geen)
losse handjes
(?:weggelopen|weggelopen van huis|van huis weggelopen|loverboy*|criminele|jeugdbende|drugsrunner)
`;

/** What makes a fact of a word for a relative, before or behind it. */
export const familyPredicates = `
(?:vast|vastgezeten|is weg|al weg|vertrokken|dood|ziek|vermist|bezopen|dronken|verdwenen|onbekend|invalide|gehandicapt|dementerend|dement|doof|blind|analfabeet|laaggeletterd|overspannen|uitgeput|overbelast|labiel|instabiel|agressief|gewelddadig|dwingend|autoritair|jaloers|zwanger|depressief|psychotisch|suicidaal|manisch|chronisch*|psychisch*|psychiatri*|borderline|autistisch|angstig|somber|verward|eenzaam|wanhopig|radeloos|onmachtig|overstuur|in paniek|in shock|failliet|minderjarig|opgenomen)
(?:drinkt|dronk|gebruikt|blowt|gokt|slaat|sloeg|schopt|schreeuwt|schreeuwde|scheldt|vloekt|dreigt|bedreigt|bedreigde|mishandelt|mishandelde|misbruikt|huilt|huilde|vecht|vechten|rookt wiet|dealt|steelt|stalkt|zuipt|liegt|verwaarloost|slaan|geslagen|gestoken|doodgestoken|drinken|blowen|schreeuwen|ruzien|ruzie|ruzies|ruzie*|ruziemaken)
(?:werkloos|ontslagen|geen werk|geen baan|geen inkomen|geen papieren|geen uitkering|uitkering|bijstand|schulden|failliet|werk kwijt|baan kwijt|afgekeurd|ziektewet)
(?:kanker|borstkanker|chemo|tumor|hartaanval|herseninfarct|hersenbloeding|beroerte|ms|reuma|dementie|alzheimer|parkinson|burn out|burnout|operatie|miskraam|psychose|depressie|depressies|ptss|borderline|adhd|autisme|add|ass|anorexia|lvb|beperking|ongeluk|verlamd|rolstoel)
(?:ziekenhuis|kliniek|opgenomen|opname|revalidatie|verpleeghuis|verzorgingshuis|psychiatrie|ggz|afkickkliniek|afkicken|rehab)
(?:gevangenis|cel|detentie|politie|strafblad|opgepakt|veroordeeld|uitgezet|gevlucht|ondergedoken|naar het buitenland|in het buitenland|terug naar (?:land|marokko|turkije|polen|syrie|suriname))
(?:vriend|vriendin|minnaar|met een ander|andere man|andere vrouw|vandoor|er vandoor|relatie|nieuwe|hertrouwd|trouwen|samenwonen|vreemdgegaan|vreemd gegaan|affaire|uit elkaar|niet meer samen|praten niet|contact|geen contact|nooit gezien|niet meer|nooit meer|mag niet|uit beeld|in beeld|buiten beeld|niet te bereiken|verlaten)
(?:verloor|verliest|verloren) … (?:baan|werk|huis|kind|zoon|dochter|vrouw|man|moeder|vader)
(?:kan het niet meer aan|kan niet meer|trekt het niet|redt het niet|kan de zorg niet|overvraagd|machteloos|weet het niet meer|aan het einde van|ten einde raad)
(?:zelfmoord|zelfdoding|suicide|poging|overdosis|verongelukt|vermoord|neergestoken|doodgeschoten|overreden)
(?:beschuldigt|beschuldigen|aangifte|vecht om|vechten om|vechten via|advocaat|de rechter|rechtbank)
(?:accepteert|accepteren|weigert|wijst) … (?:niet|af)
(?:verstandelijk*|licht verstandelijk*|psychische|psychiatrische) (?:beperkt|beperking|problemen|klachten|problematiek|achtergrond)
(?:weinig|geen) (?:tijd|aandacht|interesse|netwerk|steun|draagkracht|grip|gezag)
(?:aan hem|aan haar) (?:zit|zat|gezeten)
(?:voedt|voeden|voedde|voedden) … op
(?:laat|liet|laten|lieten) … (?:alleen|achter|los|zitten|in de steek)
(?:bed niet uit|niet uit bed|sluit zich op|hoort stemmen|ziet dingen|eet niet|slaapt niet|op de bank|de deur niet|niet naar buiten)
(?:leven benomen|eind aan|einde aan|van het leven)
(?:leeft|leven|leefden) … (?:apart|gescheiden|samen|langs elkaar)
(?:verslaafd|verslaving|prostituee|escort|crimineel|drugsdealer|dealer|porno|rugklachten|klachten|psychische klachten|hernia|ziek thuis|in de ziektewet)
(?:op zee|op de vrachtwagen|internationaal)
(?:van school gestuurd|geschorst|op straat|foute vrienden|verkeerde vrienden|thuiszitter|crimine*|in een bende|bij een bende)
(?:wil|wilde|gaat|ging|is) … (?:weg|scheiden|vertrekken)
(?:neef en nicht|familie van elkaar|jonge ouders|tienerouders|oudere ouders)
(?:slachtoffer|getuige|verdachte|dader) van
(?:geen netwerk|geen familie|geen vrienden|klein netwerk|sociaal isolement|geisoleerd|kleine behuizing|klein behuisd|te klein huis)
(?:woont|wonen|woonde|blijft|logeert) … (?:in|bij|apart|alleen|elders|niet|ergens)
(?:zit|zitten|zat|gaat|gaan) … (?:in groep|groep|groep \\d|op speciaal onderwijs|op sbo|op so|op het sbo|op het so|op het vso|op vso|speciaal onderwijs|praktijkonderwijs|pro|cluster 4|in de klas|bij ons op school|bij ons|op school bij)
(?:loopt|liep|is) … weggelopen
(?:werkt|werken|is werken) … (?:nachtdienst*|nachten|in de nacht|'s nachts|s nachts|ploegen*|in het buitenland|zwart|dag en nacht)
(?:naar|richting) (?:marokko|turkije|polen|syrie|suriname|curacao|aruba|duitsland|belgie|engeland|spanje|portugal|roemenie|bulgarije|oekraine|somalie|eritrea|afghanistan|irak|iran)
(?:spreekt|spreken|begrijpt|begrijpen|verstaat|verstaan) … (?:geen|nauwelijks|amper|slecht|weinig|niet) … nederlands
`;

/** "alcoholprobleem bij vader", "ruzie met stiefvader", "zelfmoord van zijn oom". */
export const factBefore = `
(?:ruzie|ruzies|conflict|conflicten|problemen|geweld|overlijden|dood|verlies|ziekte|ziek|detentie|zelfmoord|zelfdoding|alcohol*|drank*|verslaving|depressie|psychose|schulden|mishandeling|misbruik|mishandeld|misbruikt|geslagen|klappen|slaag|bang|angst|afscheid|opname|ongeluk|zwangerschap|afwezigheid|vertrek|terugkeer|verblijf|weinig contact|geen contact|missen|mist) (?:\\S{1,15} ){0,1}(?:van|met|bij|door|voor|tussen|aan)
(?:woont|wonen|woonde|leeft|verblijft|opgegroeid|groeit op|ondergebracht|opgevangen|opgevoed) … (?:bij|door|met)
(?:ziet|zag|spreekt|kent|kende|mist|mag) … (?:zijn|haar|hun|z'n) (?:biologische |eigen |echte )?
(?:alleenstaande|verslaafde|zieke|depressieve|werkloze|gescheiden|biologische|zwangere|agressieve|gewelddadige|jonge|autistische|gehandicapte|overleden|demente|dementerende|psychotische|overbelaste)
`;

/** Verbs with which a parent does what parents of a school do; any other verb behind a relative tells of the home. */
export const ordinaryVerbs = new Set(
  "zegt zei zeggen vraagt vroeg vragen wil wilde willen belt belde bellen mailt mailde mailen appt appte schrijft schreef komt kwam komen kwamen tekent tekende tekenen leest las lezen helpt hielp helpen oefent oefende oefenen haalt haalde halen brengt bracht brengen weet wist weten vertelt vertelde vertellen kent kende kennen vindt vond vinden denkt dacht denken ziet zag zien merkt merkte hoopt hoopte verwacht verwachtte past neemt nam nemen mag mocht mogen moet moest moeten zou zouden zal zullen kunnen heten heet wacht reageert reageerde geeft gaf geven stuurt stuurde bespreekt besprak spreekt sprak meldt meldde begrijpt begreep werkt werken werkte doet deed doen deden wordt werd maakt maakte herkent herkende ondersteunt steunt staan stemt stemde bedankt bevestigt regelt overlegt leert leerde luistert kijkt keek kookt antwoordt antwoordde meent twijfelt benoemt benoemde geeft noemt lijkt blijkt blijft hoort hoorde steunde ervaart ervaarde wenst wenste stelt stelde verzoekt speelt speelde zingt zong volgt volgde vult vulde levert leverde laat liet zoekt zocht gebruikt wint rijdt reed fietst loopt bakt bakte knutselt versiert begeleidt begeleidde trakteert zwaait rijdt start startte begint begon koppelt tuiniert naait repareert schildert danst juicht".split(
    " ",
  ),
);

/** Verbs that say nothing by themselves: the words behind them decide. */
export const emptyVerbs = new Set(
  "is was zijn waren heeft had hebben hadden zit zat ligt lag gaat ging kan kon krijgt kreeg staat stond raakt raakte".split(
    " ",
  ),
);

/** Behind an empty verb these make it ordinary. */
/** What parents are and do at school: "medezeggenschapsraad", "overblijfmoeder", "kerstlunch", "combinatiegroep". */
export const atSchool =
  /^(?:(?:\p{L}{3,}|deel|ouder)raad|g?mr|oudervereniging|\p{L}*commissie|bestuur|schoolbestuur|(?:overblijf|lees|luizen|hulp|klassen|verkeers|bieb|bibliotheek|tso|contact|groeps|knutsel|rijd|rij|zwem|kopieer)(?:moeder|vader|ouder)s?|\p{L}{0,20}groep|(?:\p{L}{3,20}|brug)?klas|\p{L}{3,20}(?:lunch|ontbijt|diner|viering|feest|kamp|musical|avond|middag|ochtend|plein|tuin)|pannenkoeken|taart|koekjes|cake|soep|traktatie|schoolreis|schoolreisje|excursie|uitje|musical)$/u;

export const ordinaryComplements = new Set(
  "akkoord eens gereageerd tevreden blij uitgenodigd geweest hoogte betrokken gesproken gebeld gemaild getekend ondertekend toestemming gesprek gesprekken aanwezig welkom bereid positief enthousiast benieuwd geinformeerd ingelicht school vraag vragen hulpvraag zorgen bezorgd gezegd aangegeven gevraagd verteld bereikbaar gekomen mee langs ziek vandaag morgen maandag dinsdag woensdag donderdag vrijdag week afspraak contact mail brief bericht formulier rapport advies huiswerk boek boekje lezen voorlezen oefenen thuis ja nee goed prima fijn duidelijk begrip vertrouwen besproken gezien gelezen ingevuld teruggestuurd opgehaald opgehaald gebracht onderzoek idee ideeen plan verslag klas juf meester leerkracht school overleg ouderavond informatie jarig aardig vriendelijk lief meegekomen toegezegd beloofd kritisch teleurgesteld geschrokken geholpen verschillend meegegaan uitgelegd beiden allebei beide gestemd gehoord bekend behoefte recht plicht klacht inzage onderling zelf verantwoordelijk belangrijk partner beeld indruk doel wens wensen hulp ondersteuning begeleiding bijles nodig graag volgende vorige rapportgesprek startgesprek viering feest kamp gym sportdag bibliotheek begeleiden ouderraad lid vrijwilliger leesouder overblijf pleinwacht aangesproken ingegaan afgesproken mogelijk toestemmingsformulier sleutel meegenomen meegegeven gemeld ziekgemeld afgemeld aangemeld verzocht duidelijk onduidelijk later".split(
    " ",
  ),
);
