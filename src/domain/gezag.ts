/** Who has gezag, what stands beside it, and who of them cannot answer (004 ch. 3 Extra 1; BW 1:251, 253, 265). */
import type { Gezag, Gezagsmerk, Partij, Partijstand, Vaststelling } from "./code.ts";

/** Places, not kin: with `ouder_en_niet_ouder` the place ouder2 is the non-parent. Ots leaves gezag where it is. */
export const holdersOf: Readonly<Record<Gezag, readonly Partij[]>> = {
  beide_ouders: ["ouder1", "ouder2"],
  een_ouder: ["ouder1"],
  ouder_en_niet_ouder: ["ouder1", "ouder2"],
  gezamenlijke_voogdij: ["voogd", "voogd2"],
  voogdij_instelling: ["voogd"],
  meerderjarig: [],
  onbekend: [],
};

/**
 * What shows that somebody cannot answer. That a parent died changes who decides, so a register says it; that one
 * cannot be reached is a fact about trying.
 */
export const bewijsVan: Readonly<Record<Partijstand, readonly Vaststelling[]>> = {
  overleden: ["akte_of_register"],
  onbereikbaar: ["brief_en_telefoon", "adres_onbekend", "buitenland_onbekend", "verklaring_andere_ouder"],
  wilsonbekwaam: ["verklaring_deskundige"],
};

/** Who holds a part of gezag stands in a place that is free when others hold the rest: an institution, a foster parent. */
const deelPlaats: Readonly<Partial<Record<Gezagsmerk, Partij>>> = {
  gedeeltelijk_gezag_instelling: "voogd",
  gedeeltelijk_gezag_pleegouder: "voogd2",
};

/** They decide about treatment with the others, and a no of theirs stops like one of gezag (BW 1:265e). */
export function deelhouders(gezag: Gezag, merken: readonly Gezagsmerk[]): readonly Partij[] {
  return merken
    .flatMap((merk) => deelPlaats[merk] ?? [])
    .filter((partij) => !holdersOf[gezag].includes(partij));
}

/** Whose state can be recorded with this gezag. */
export function standPartijen(gezag: Gezag): readonly Partij[] {
  return [...holdersOf[gezag], "leerling"];
}
