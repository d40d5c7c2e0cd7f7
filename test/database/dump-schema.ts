/** Writes src/database/schema.txt anew from the migrations: `node test/database/dump-schema.ts`. */
import { openCluster } from "#test/cluster.ts";
import { dumpForReview, writeSchema } from "./schema.ts";

const cluster = await openCluster();
try {
  writeSchema(await dumpForReview(cluster.urls.migrate, cluster.roles));
} finally {
  await cluster.close();
}
