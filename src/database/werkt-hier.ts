/** Conditions in SQL on who works on cases in an SZT; who leads or administers has none. */

/** Columns or parameters that name them. */
interface Wie {
  readonly persoon: string;
  readonly szt: string;
  readonly dag: string;
}

const opZaken = ({ persoon, szt }: Wie) =>
  `l.persoon_id = ${persoon} and l.szt_id = ${szt} and l.functie <> all('{directeur,bestuurder,beheerder}')`;
const opDag = ({ dag }: Wie) => `l.van <= ${dag} and (l.tot is null or l.tot >= ${dag})`;

export const werktHier = (wie: Wie): string =>
  `exists (select from lidmaatschap l where ${opZaken(wie)} and ${opDag(wie)})`;

/** Or may do so again: Teams told that this person left, and nobody said yet whether that is true. */
export const werktOfWacht = (wie: Wie): string =>
  `exists (select from lidmaatschap l where ${opZaken(wie)} and ((${opDag(wie)}) or l.einde = 'teams'))`;
