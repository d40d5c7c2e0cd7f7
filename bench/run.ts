/** `npm run bench -- <name>`: one JSON line a figure, with the baseline of the same run and the ratio. */
const benches: Readonly<
  Record<string, () => Promise<{ run: (out: (line: object) => void) => Promise<void> }>>
> = {
  agenda: () => import("./agenda.ts"),
  "case-card": () => import("./case-card.ts"),
  courier: () => import("./courier.ts"),
  due: () => import("./due.ts"),
  plan: () => import("./plan.ts"),
  screen: () => import("./screen.ts"),
  turn: () => import("./turn.ts"),
};

const [name] = process.argv.slice(2);
const load = name !== undefined && Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!load) {
  process.stderr.write(`Gebruik: npm run bench -- <${Object.keys(benches).join("|")}>\n`);
  process.exit(2);
}
const bench = await load();
await bench.run((line) => process.stdout.write(`${JSON.stringify(line)}\n`));
