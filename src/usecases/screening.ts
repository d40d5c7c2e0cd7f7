import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import type { Dossier } from "#domain/dossier.ts";
import { tekstveldOf } from "#domain/gebeurtenis.ts";
import { judgeText, type Laat } from "#domain/screening-keuze.ts";
import type { Known } from "#domain/screening-name.ts";
import { todayIn } from "#domain/today.ts";

interface Saved {
  /** The texts that are saved, by their field. */
  readonly teksten: Readonly<Record<string, string | null>>;
  readonly laat: Laat;
  readonly known: Known;
}

/** Puts on the log that something was pointed out in a text and kept on purpose: field, kinds and reason, no words. */
export async function recordKept(
  tx: Tx,
  { id, sztId }: Pick<Dossier, "id" | "sztId">,
  { teksten, laat, known }: Saved,
): Promise<void> {
  const today = todayIn(tx.now);
  for (const [veld, text] of Object.entries(teksten)) {
    const reden = laat[veld];
    const oordeel = text !== null && reden ? judgeText(text, { known, today, laat: reden }) : null;
    if (!reden || !oordeel?.ok || oordeel.behouden.length === 0) continue;
    await recordEvent(tx, {
      soort: "tekst_behouden",
      sztId,
      ...(await zaakOf(tx, id)),
      gegevens: { veld: tekstveldOf(veld), reden, soorten: oordeel.behouden },
    });
  }
}
