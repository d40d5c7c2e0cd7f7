/** Each rule of the simulation broken on purpose, at the end of a day. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { noticeWords } from "#cards/notice.ts";
import { demoSwvId } from "#local/demo.ts";
import type { Dag } from "#local/simulatie/simulatie.ts";
import type { Regel } from "#local/simulatie/telling.ts";

const zaakRij = z.object({ id: z.string() });

/** What is done past the product, and the day of the run on which that happens. */
export interface Breuk {
  readonly regel: Regel;
  readonly wat: string;
  readonly dag: number;
  readonly doe: (dag: Dag) => Promise<void>;
}

/** A message as the bot would send it, without the bot. */
async function stuur({ s }: Dag, conversation: string, text: string, summary: string): Promise<void> {
  const { teams } = s;
  const answer = await fetch(
    new URL(`v3/conversations/${encodeURIComponent(conversation)}/activities`, teams.serviceUrl),
    {
      method: "POST",
      headers: { authorization: `Bearer ${teams.botToken()}`, "content-type": "application/json" },
      body: JSON.stringify({
        ...{ type: "message", text, summary, conversation: { id: conversation } },
        from: { id: `28:${teams.botAppId}`, name: "Zorgronde" },
      }),
    },
  );
  await answer.text();
}

function chatVan({ s }: Dag, handle: string): string {
  const person = s.teams.world().people.find(({ id }) => id === handle);
  if (!person) throw new Error(`nobody is called ${handle}`);
  return person.personal;
}

/** A superuser who writes past every rule of the database. */
const voorbij = ({ s }: Dag, statements: string): Promise<void> =>
  s.sql(`set session_replication_role = replica; ${statements}`);

const eersteZaak = "(select id from hulpvraag order by gemaakt_op limit 1)";
const ib = `(select persoon_id from lidmaatschap where functie = 'ib' limit 1)`;
const dagbericht = noticeWords.dagbericht.summary;

export const breuken: readonly Breuk[] = [
  {
    regel: "herinnering_bezorgd",
    wat: "a bundle without the notice that brings it",
    dag: 1,
    doe: (dag) =>
      voorbij(
        dag,
        `insert into dagbericht (id, swv_id, persoon_id, datum, gemaakt_op)
         select '${randomUUID()}', '${demoSwvId}', id, '${dag.today}', '${dag.s.now().toInstant()}' from persoon where email like 'smw%'`,
      ),
  },
  {
    regel: "herinnering_bezorgd",
    wat: "a bundle that comes twice",
    dag: 0,
    async doe(dag) {
      await stuur(dag, chatVan(dag, "bpo1"), "Dagbericht", dagbericht);
      await stuur(dag, chatVan(dag, "bpo1"), "Dagbericht", dagbericht);
    },
  },
  {
    regel: "herinnering_op_tijd",
    wat: "a reminder that is not made",
    dag: 0,
    doe: (dag) =>
      voorbij(
        dag,
        `create function verliest() returns trigger language plpgsql as 'begin return null; end';
         create trigger verliest before insert on herinnering for each row execute function verliest();
         alter table herinnering enable always trigger verliest;
         insert into termijn (id, swv_id, szt_id, school_id, hulpvraag_id, soort, anker, regel, vervalt, vervalt_sinds,
           verantwoordelijke, status, gemaakt_op)
         select '${randomUUID()}', swv_id, szt_id, school_id, id, 'gesprek_ouders', '${dag.today}', '{"unit":"vast"}', '${dag.today}',
           '${dag.today}', 'ib', 'open', gemaakt_op from hulpvraag where id = ${eersteZaak};`,
      ),
  },
  {
    regel: "een_regierolhouder",
    wat: "a day without a holder",
    dag: 2,
    doe: (dag) =>
      voorbij(
        dag,
        `update hulpvraag set regie_sinds = '2026-09-01T08:00Z' where id = ${eersteZaak};
         insert into regierol (id, swv_id, szt_id, hulpvraag_id, houder_id, soort, periode)
         select gen_random_uuid(), swv_id, szt_id, id, ${ib}, 'actief', p::tstzrange from hulpvraag,
           (values ('[2026-09-01T08:00Z,2026-09-02T08:00Z)'), ('[2026-09-03T08:00Z,)')) v(p) where id = ${eersteZaak};`,
      ),
  },
  {
    regel: "stille_uren",
    wat: "a message at ten in the evening",
    dag: 2,
    async doe(dag) {
      await dag.s.wait(`${dag.today}T22:00`);
      await stuur(dag, chatVan(dag, "wijkteam1"), "Kijk hier", "Een hulpvraag is bijgewerkt");
    },
  },
  {
    regel: "geen_zaak_bij_wie_het_niet_weet",
    wat: "the name of a child in the chat of the directeur",
    dag: 2,
    async doe(dag) {
      const [zaak] = await dag.sql.query(zaakRij, `select id from hulpvraag order by gemaakt_op limit 1`);
      dag.merken.hoortBij("kanarieproef", zaak?.id ?? "");
      await stuur(dag, chatVan(dag, "directeur1"), "Zwaantje Kanarieproef", "Je hulpvraag");
    },
  },
  {
    regel: "geen_naam_buiten_eigen_chat",
    wat: "the name of a child in a channel",
    dag: 1,
    doe: (dag) => stuur(dag, dag.s.teams.world().teams[0]?.id ?? "", "Zwaantje Kanarieproef", "Samenvatting"),
  },
  {
    regel: "binnen_wat_teams_neemt",
    wat: "nine messages at once in one chat",
    dag: 1,
    async doe(dag) {
      for (let time = 0; time < 9; time += 1) await stuur(dag, chatVan(dag, "scp1"), `${time}`, "Je taken");
    },
  },
  {
    regel: "berichten_komen_aan",
    wat: "a notice of which nobody knows what became",
    dag: 1,
    doe: (dag) =>
      voorbij(
        dag,
        `update kennisgeving set status = 'mislukt', fout = null where id = (select id from kennisgeving order by volgnr limit 1)`,
      ),
  },
  {
    regel: "wat_er_staat_klopt",
    wat: "a hulpvraag on no agenda that says it is",
    dag: 2,
    doe: (dag) => voorbij(dag, `update hulpvraag set status = 'geagendeerd' where id = ${eersteZaak}`),
  },
  {
    regel: "logboek_klopt",
    wat: "a line of the log that was changed",
    dag: 3,
    doe: (dag) =>
      voorbij(dag, `update gebeurtenis set soort = 'gelezen' where hash is not null and soort <> 'gelezen'`),
  },
  {
    regel: "geen_onverklaarde_fout",
    wat: "an error in the log",
    dag: 3,
    doe: async ({ s }) => s.bot().world.log("error", { code: "proef" }),
  },
  {
    regel: "antwoord_op_elke_druk",
    wat: "a bot that nobody can reach",
    dag: 3,
    doe: async ({ s }) => s.teams.setBotEndpoint("http://127.0.0.1:9/api/messages"),
  },
];
