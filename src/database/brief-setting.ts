import { z } from "zod/v4";
import { bewaarSettingsSchema, klachtSettingsSchema } from "#domain/bewaartermijn-setting.ts";
import type { BriefContact } from "#domain/brief.ts";
import { briefSettingsSchema, contactOf, schoolBriefSettingsSchema } from "#domain/brief-setting.ts";
import { query, type Tx } from "./pool.ts";

export interface BriefSchool {
  readonly id: string;
  readonly sztId: string;
  readonly school: string;
  /** Name of the SZT. */
  readonly team: string;
  readonly contact: BriefContact;
  readonly tolkentelefoon: string | null;
  readonly bewaarMaanden: number;
}

const row = z.object({
  id: z.string(),
  sztId: z.string(),
  school: z.string(),
  team: z.string(),
  eigen: schoolBriefSettingsSchema,
  brief: briefSettingsSchema,
  klachten: klachtSettingsSchema,
  bewaren: bewaarSettingsSchema,
});

/** What a letter, the folder or a copy of this school prints beside its words; null for a school outside these SZTs. */
export async function briefSchool(
  tx: Tx,
  schoolId: string,
  sztIds: readonly string[],
): Promise<BriefSchool | null> {
  const [found] = await query(
    tx,
    row,
    `select s.id, s.szt_id as "sztId", s.naam as school, t.naam as team,
       coalesce(s.instellingen -> 'brief', '{}') as eigen, coalesce(v.instellingen -> 'brief', '{}') as brief,
       coalesce(v.instellingen -> 'klachten', '{}') as klachten, coalesce(v.instellingen -> 'bewaren', '{}') as bewaren
     from school s join szt t on t.id = s.szt_id join swv v on v.id = s.swv_id
     where s.id = $1 and s.szt_id = any($2::uuid[])`,
    [schoolId, sztIds],
  );
  if (!found) return null;
  const { eigen, brief, klachten, bewaren, ...rest } = found;
  return {
    ...rest,
    contact: contactOf(eigen, klachten),
    tolkentelefoon: brief.tolkentelefoon,
    bewaarMaanden: bewaren.afgesloten_maanden,
  };
}
