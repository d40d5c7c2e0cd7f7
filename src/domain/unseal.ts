/** The only place that opens what is sealed. Lint forbids the import outside a short list. */
import { Onleesbaar, Sealed } from "./sealed.ts";

const open = Sealed.giveOpenerOnce();

/** Throws `Onleesbaar` for what cannot be opened. */
export function unseal<T>(sealed: Sealed<T>): T {
  return open(sealed);
}

/** Whether it can be opened; nothing of it comes out. */
export function opens(sealed: Sealed<unknown>): boolean {
  try {
    open(sealed);
    return true;
  } catch (error) {
    if (error instanceof Onleesbaar) return false;
    throw error;
  }
}
