import type { Registry } from "#bot/registry.ts";
import type { FileDesk } from "#bot/server.ts";
import type { FetchedFile } from "./teams/mail.ts";

/** The same nouns, and each file that they hand out is told: the practice room lists it as a mailbox would. */
export function watched(registry: Registry, tell: (file: FetchedFile) => void): Registry {
  const watch =
    (desk: Registry["file"]): Registry["file"] =>
    (world) => {
      const serve: FileDesk = desk(world);
      return async (token) => {
        const file = await serve(token);
        if (file) tell({ token, name: file.name, type: file.type });
        return file;
      };
    };
  return { ...registry, file: watch(registry.file), feed: watch(registry.feed) };
}
