#!/usr/bin/env node
/** `npx zorgronde …`: the command line on the pinned Node. */
import { fileURLToPath } from "node:url";

process.argv.splice(2, 0, fileURLToPath(new URL("./bot/cli.ts", import.meta.url)));
await import("./node.mjs");
