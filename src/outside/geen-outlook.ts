import type { Outlook, OutlookMis } from "#domain/outlook.ts";

const uit = async (): Promise<OutlookMis> => ({ ok: false, fout: "uit", code: "uit" });

/** An installation without Outlook: nothing is made there, and people take the calendar file. */
export const geenOutlook: Outlook = {
  postbus: null,
  tenantId: null,
  maak: uit,
  wijzig: uit,
  zegAf: uit,
  kijk: uit,
  vind: uit,
  bezet: uit,
  proef: uit,
};
