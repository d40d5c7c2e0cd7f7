import { describe, expect, it } from "vitest";
import { signalsDanger } from "#domain/crisis.ts";

const danger = `
Ik ben bang dat ze vannacht iets doet
Ze wil niet meer leven
Hij wil dood
Ze zegt dat ze dood wil
Een leerling zei tegen mij: ik wil gewoon liever dood zijn
Sanne vertelde dat ze het leven niet meer ziet zitten
Hij zei in de klas dat hij er een eind aan wil maken
Hij heeft het over zelfmoord
ze praat over zelfmoort
Ik maak me zorgen, ze is suïcidaal
Hij is suicidaal volgens moeder
ZE HEEFT EEN ZELFMOORDPOGING GEDAAN
Er lag een afscheidsbrief in haar tas
Ze heeft zichzelf gesneden
Hij snijdt zichzelf
Ze krast in haar armen
Ik zag snijwonden op haar polsen
Ze doet aan zelfbeschadiging
De moeder zegt dat hij zichzelf pijn doet
Hij zei dat hij van het dak wil springen
Ze wil voor de trein springen
Ze heeft vanochtend een strip pillen geslikt
Ze heeft een overdosis genomen
Ze wil er niet meer zijn
Hij hoopt dat hij nooit meer wakker wordt
Het hoeft voor mij niet meer, zei ze
Hij denkt dat iedereen beter af is zonder hem
Hij slaat haar
Hij slaat haar elke avond
Vader slaat moeder
Papa slaat mij, zei hij
Ze wordt thuis geslagen
Haar stiefvader heeft haar geschopt
Mijn leerling wordt mishandeld
Ik vermoed kindermishandeling bij een leerling
Er is nu geweld thuis
Bij hen thuis wordt er gevochten
Er is huiselijk geweld in dit gezin
Ze is bont en blauw
Hij komt steeds met blauwe plekken op school
Vader heeft moeder bij de keel gegrepen
Vader dreigt moeder te vermoorden
Hij dreigt zijn zusje iets aan te doen
Hij gaat zijn broertje doodsteken zegt hij
Moeder is doodsbang voor haar ex
Ze durft niet naar huis
Ze is bang voor haar vader
Het is thuis niet veilig voor de kinderen
Ze is niet veilig thuis
Hij heeft een mes bij zich
Er is een leerling met een mes in zijn tas
Hij zwaait met een mes op het plein
Hij heeft een pistool op zak
Ze is vermist
Leerling vermist sinds gisteravond
Ze is van huis weggelopen en we weten niet waar ze is
Hij is niet thuisgekomen gisteravond
Ze wordt seksueel misbruikt
Oom zit aan haar
Haar vader komt 's nachts op haar kamer
Ze is verkracht
ze is vekracht
Er gaan naaktfoto's van haar rond en ze wordt afgeperst
Ze is bang dat ze uitgehuwelijkt wordt
Vader wil de kinderen meenemen naar het buitenland
Er is acuut gevaar
Het kind is in gevaar
Moet ik nu 112 bellen?
De baby ligt alleen thuis en moeder reageert niet meer
Ze zit opgesloten in haar kamer
Nieuwe hulpvraag: hij heeft vannacht zijn polsen doorgesneden
Kun je HV-1234 openen? Vader slaat de kinderen weer
`;

const calm = `
Ik ben doodmoe
Dat is doodnormaal
Na de dood van opa is hij verdrietig
Hij slaat een les over
Geslagen eieren door het beslag
Hoofdpijn om gek van te worden
Ze is veilig thuisgekomen
Nieuwe hulpvraag
Mijn taken
Wanneer is het volgende overleg?
Ik schrik me dood van die planning
We hebben ons dood gelachen
Het is hier doodstil
De hamster van de klas is dood
Zijn opa is vorige week overleden
Deadline voor de agenda is morgen
Dat slaat nergens op
Hij slaat zijn boek open
Ze slaat haar ogen neer
We slaan deze ronde over
Hij slaat soms dicht als hij een beurt krijgt
Hij slaat soms andere kinderen als hij boos is
Hij heeft ruzie met klasgenoten
Hij is geslaagd voor zijn toets
Hij slaapt slecht
Ze mist veel lessen
Hij dreigt uit te vallen
Ze dreigt thuis te komen zitten
Hij zit al weken thuis
De ouders liggen in een vechtscheiding
Hij vecht tegen zijn tranen
Ze is bang voor de toets
Ze is bang om fouten te maken
Hij is bang voor honden
Ik ben bang dat we de deadline niet halen
Ik ben bang dat het overleg vannacht uit mijn agenda is gevallen
Ze wil niet meer naar school
Hij wil niet meer lezen
Zij wil niet meer leren rekenen
We maken er om vier uur een eind aan, dan is het overleg klaar
Laten we een eind maken aan het pesten
Dat schiet niet op
Het schoot me te binnen
De kogel is door de kerk
Het mes snijdt aan twee kanten
Dat argument snijdt hout
Mes en vork leren gebruiken
Hij heeft een mes nodig voor de kookles
Hij speelt met een speelgoedpistool
Hij tekent graag een pistool
Het wapen van de gemeente staat op de brief
Ze heeft zich gesneden aan papier
Hij heeft zijn knie pijn gedaan bij gym
Hij heeft een blauwe plek van voetbal
Voorlichting over suïcidepreventie in groep 8
Ik volg een cursus huiselijk geweld
Waar vind ik het protocol kindermishandeling?
Training meldcode en huiselijk geweld
Het boek gaat over zelfmoord
Er is geen sprake van mishandeling
Er zijn geen signalen van verwaarlozing
Les over seksuele voorlichting
Hij maakt misbruik van de situatie
Zijn gymtas is vermist
Hij is weggelopen uit de les
De kat is weggelopen
Mijn sleutels zijn verdwenen
We weten niet waar het formulier is
Bel Veilig Thuis voor advies over deze vraag, hoe doe ik dat?
Wat is het nummer van Veilig Thuis?
Hij voelt zich veilig bij de juf
De voortgang komt in gevaar
De overgang naar groep 8 is in gevaar
Hij snijdt graag groente
Hij knutselt met schaar en lijm
Ze slikt medicatie voor adhd
Hij heeft een paracetamol gehad tegen hoofdpijn
De trein had vertraging, ik ben later
Hij springt van het klimrek
Hij staat op de wachtlijst
De weg loopt dood
Een doodlopende weg
Oma is er niet meer, dat vindt hij moeilijk
Ze moet nog wennen aan haar nieuwe school
Hij gooit met spullen in de klas
Hij kan niet stilzitten
Moeder is ziek en ligt in het ziekenhuis
Vader is werkloos geworden
Er zijn geldzorgen thuis
Ze wordt gepest in de appgroep
Hij heeft nergens zin in
Hij trekt zich terug en praat weinig
De moeder klapte in haar handen
Hij kreeg een klap van de deur
De klas heeft de bal tegen de lat geslagen
Alarm geslagen bij het wijkteam over de wachttijd
Dodenherdenking met groep 8
De spreekbeurt gaat over bedreigde dieren
Moordend tempo in deze periode
Ik vermoord die printer nog eens
Hij zit graag aan haar tafel
Ze komt 's avonds laat in bed
Hij wil iets anders doen na de vakantie
Kun je iets doen aan de planning?
Plak de sticker op haar map
Het leven na de basisschool
Ze heeft geen zin in het leven op het vmbo
Hij wil leven als een topsporter
Wil je de agenda sturen?
Help
Hoi
Wat kun je?
`;

const lines = (text: string): string[] => text.trim().split("\n");

describe("a message about danger or abuse", () => {
  it.each(lines(danger))("gets the crisis card: %s", (line) => {
    expect(signalsDanger(line)).toBe(true);
  });

  it.each(lines(danger))("also in capitals, inside another message and with accents: %s", (line) => {
    expect(signalsDanger(line.toUpperCase())).toBe(true);
    expect(signalsDanger(`Hoi! Graag een agenda voor dinsdag. ${line}. Dank je wel.`)).toBe(true);
    expect(signalsDanger(line.replaceAll("e", "é").replaceAll("i", "i\u0308"))).toBe(true);
    expect(signalsDanger(`<at>Zorgronde</at> ${line.replaceAll(" ", "\u00a0")}`)).toBe(true);
  });
});

describe("a message about daily work", () => {
  it.each(lines(calm))("gets no crisis card: %s", (line) => {
    expect(signalsDanger(line)).toBe(false);
  });

  it("gets no crisis card because of two sentences that have nothing to do with each other", () => {
    expect(
      signalsDanger("Hij wil graag een andere plek. Dood hout ligt op het plein. Niet meer. Leven!"),
    ).toBe(false);
  });
});

it("reads twenty thousand characters within a second, whatever they are", () => {
  const texts = [
    "a",
    "dood ",
    "hij slaat ",
    "wil ".repeat(3),
    "zelfmoor ",
    "niet meer ",
    "het ",
    ". ",
    "<at>",
    "haar ",
  ];
  for (const text of texts) {
    const long = text.repeat(Math.ceil(20_000 / text.length));
    const before = performance.now();
    signalsDanger(long);
    expect(performance.now() - before).toBeLessThan(1_000);
  }
});
