import { strangerCard } from "#cards/stranger.ts";
import type { Sample } from "./sample.ts";

export const samples: Sample[] = [{ name: "stranger", state: "niet in een team", card: strangerCard }];
