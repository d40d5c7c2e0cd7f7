import { localRunUrl, noLocalRun } from "./local-run.ts";
import { type Command, noArguments, refused } from "./output.ts";

export const people: Command = {
  about: "Lokale oefenomgeving: wie er zijn, met functies, scholen en Teams-id.",
  usage: "zorgronde people\n  Alleen naast een draaiende 'npm start'.",
  async run(args, io) {
    noArguments(args);
    const url = localRunUrl();
    if (!url) return refused(io, "geen_lokale_run", noLocalRun);
    const response = await fetch(`${url}/_local/people`).catch(() => null);
    if (!response?.ok) return refused(io, "geen_lokale_run", noLocalRun);
    io.out(await response.json());
    return 0;
  },
};
