/**
 * Ordinary words that look like a name or a command with one typing error ("thuis" beside "Thijs", "zaken"
 * beside "taken"), or that are a name themselves ("Roos", "Bakker"). In lower case they are never taken for one.
 */
const words = `
aarde achter adel afton alinea ander andere anders april arme armoede augustus bakker bank bang baren baron beer
beek been beerta begin bekend bende benen bent berg beren bereid bereik beste beter bieden bijna blaas blij blind
blinde bloem blom boek boer boom boos bord bos boven brand branden breed brei breng brengen brief brinkje brink
brits broek broer brouwer bruin buiten buur camera dalen dame dames danse dansen data date deken dekker delen
denken derde deze dicht dies dieren dijk dingen doelen doen dokter dokters donder donker donna doorn doos dorp
dorps dover draag drie druk duif duin durven duur eender eerste eigen einde ergens ermee ernst eten ether ezel
fake familie fase fijn fijne film flip flink floer fluit foor freak free geen gele gender gesprek gewis
gieter glas goed goede graaf graag groei groen groep groot grote haal haan haar halen half haken handen hande hart haven hele
helen helft helpen hem hemel herfst heren herten heten heuvel hier hinde hoeven hond honden hoor horen hoop horst
huis huisman hulp hunne idee iemand ieder iris jaar jaren jacht jager jazz jenny jongen jong jonge jonger jonker juli juni
juist juf kaart kaarten kaas kachel kamer kamp kans kanten kaper kasten kast kent keren kerel kerk kern keuken
kinder klaar klas klasse klein kleine kleur koen koers kok koken komen koning konde kopje kopen koren korte kort kosten
kracht kramer kras kring krijgen kuil kuiper laan laat laatste laken land lander lange langs laten later leef leest leen lelie
lenen lente leren lesje lessen leuk leun leur leven lever lezen licht lieve liever lijke lijken lijst linde linie linker liters
lobby login logisch loon loop lopen lotje lotto lover lucht luister maal maan maand maanden maart maar maas
machen macht made mager magen magie maken maker malen manen manier mannen mantel marge mark markt maria mate mater matten
mazen media meer meester meel mega meld melden melk memo mensen merel merk merken meren mest meter metten meute mier mijn mille
mina minder mines minuut moeder moeten molen molenaar mol monde mooi morgen mout mulder naald naan naar nadat nader nadien
namen nemen nergens neven niets niet nieuw nieuwe nieuws noemen nolle noord noot nooit nova olie onder ontdek ooit oosten
open opnieuw oude ouder ouders over paar paard paden pak papa pappa paren pas pasen past peer pen peper
periode pester pester pieker pieter pijn pil pip pitch plaats plan plannen plein pleur poes pol pool poot post
praten preek prent prins proef puck puk punt raad raam race racen rade raken ramen rapen rare recht regel regels reek reken
rente reis rest richting rijden rijk ring robot roer roman ronde rondje roos rood rook roos rosa roze ruby rugzak ruime ruiter ruzie samen
sanering satan sauna schaar schema schip schipper scoren scout september serie serre sessie simpel slaap slager slechte sleur
slotte smit snel snoep soms soort spanne sparen speel spel spelen spin staan stad stand stap steen stegen steken stelen stelt stelen stellen
steun stem sterk sterke ster sterren stijf stijl stil stoel stof stoom stop store stork storm straks streven strik stuk
stuur super sterven tafel taak taal talen taken tante tanken teken tegen tekst tennis tent terug thema thuis tijd tijdens tijden timen toch toen
toets tonen toon toost tover traan trein trots tuin tussen twaalf twee uren vader vaker vallen vanaf varen vast
veel veen veer ven vaste verder veren verre vesper veter vice vieren vieze vind vinden vink visser vis vlag vliet voelen voer vogel volgen
voor voort vorig vorm vos vraag vragen vriend vries vrij vroeg vrouw waar waren wacht wal wand wanden want warm warme warmen water
week weer weet wegen weide weinig weken wel wens werk werken werd west weten wie wieg wiel wil wilde willen wind winde winkel winter wit witte wolf
wolk wonde wonen woord worden wouden wreek zaak zaken zacht zand zee zeer zegt zeker zelden zender zesde zeven ziek zieke ziet
zijn zin zitten zodat zoeken zomer zonde zonen zonder zoon zorg zover zuid zus zwaar zwart
`;

export const commonWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
