import { hulpvraagCard, meerCard } from "#cards/hulpvraag.ts";
import type { Dossier, TermijnFeit } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { momentOf } from "#domain/today.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  aRegierol,
  aTermijn,
  date,
  now,
  someLeerling,
} from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const morning = Temporal.PlainTime.from("09:00");
const done = (soort: string, op: string, over: Partial<TermijnFeit> = {}): TermijnFeit =>
  aTermijn(soort, op, { status: "klaar", klaarOp: momentOf(date(op), morning), ...over });
const ib = { verantwoordelijke: "ib" } as const;

const running: Partial<Dossier> = {
  status: "in_uitvoering",
  klaargezetOp: momentOf(date("2026-09-21"), morning),
  besluiten: [
    {
      ...aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord }),
      genomenOp: momentOf(date("2026-10-05"), morning),
    },
  ],
  regierollen: [{ ...aRegierol("smw1"), van: momentOf(date("2026-10-12"), morning) }],
  aanbod: anAanbod({ status: "aanvaard", persoonId: "smw1", keuze: "deskundigheid" }),
  termijnen: [
    done("terugkoppeling_ouders", "2026-10-07", ib),
    done("eerste_contact", "2026-10-16"),
    aTermijn("giz", "2026-11-19"),
    aTermijn("voortgang", "2026-11-23"),
    aTermijn("actielijnen", "2026-12-07"),
    aTermijn("driemaandsreview", "2027-01-12"),
    aTermijn("toestemming_verloopt", "2027-06-14", ib),
  ],
};

const sample = (name: string, state: string, persoonId: string, over: Partial<Dossier>): Sample => ({
  name: `tijdlijn-${name}`,
  state,
  card: () => {
    const gezien = seeHulpvraag(aDossier(over), { persoonId }, now);
    if (!gezien) throw new Error(`${persoonId} sees nothing`);
    return hulpvraagCard(gezien, stamp);
  },
});

export const samples: Sample[] = [
  sample("houder", "regierolhouder: gedaan, te laat, vandaag en straks", "smw1", running),
  sample("ib", "ib: dezelfde, met wat van haar is", "ib1", running),
  sample("partner", "partner die alleen leest", "bpo1", running),
  sample("leerling", "leerling van zeventien beslist zelf", "ib1", {
    ...running,
    leerling: seal(someLeerling({ geboortemaand: "2009-04", leerjaar: "vo_5" })),
  }),
  sample("ib-houder", "ib die zelf de regierol heeft: meer dan er passen", "ib1", {
    ...running,
    regierollen: [{ ...aRegierol("ib1"), van: momentOf(date("2026-10-12"), morning) }],
  }),
  {
    name: "tijdlijn-meer",
    state: "wat niet op de kaart past",
    card: () => {
      const own = { ...running, regierollen: [aRegierol("ib1")] };
      const gezien = seeHulpvraag(aDossier(own), { persoonId: "ib1" }, now);
      if (!gezien) throw new Error("the ib sees nothing");
      return meerCard(gezien, stamp);
    },
  },
  sample("veel", "meer stappen dan er passen", "smw1", {
    ...running,
    termijnen: [
      ...(running.termijnen ?? []),
      ...["traject_tussenevaluatie", "traject_eindevaluatie", "wachtlijst_controle"].map((soort, at) =>
        aTermijn(soort, `2026-12-${10 + at}`),
      ),
    ],
  }),
];
