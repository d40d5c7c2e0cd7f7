/** A process that starts PostgreSQL and is killed: see postgres.test.ts. */
import { startPostgres } from "#local/postgres.ts";

const { adminUrl, pid } = await startPostgres({ dataDir: process.argv[2] ?? "", fast: true });
process.stdout.write(JSON.stringify({ adminUrl, pid }));
