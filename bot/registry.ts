import type { TimerHandlers } from "#usecases/timekeeper.ts";
import type { World } from "#usecases/world.ts";
import type { ChannelPresenter } from "./courier.ts";
import type { Commands } from "./listen.ts";
import type { Presenter, Routes } from "./route.ts";
import type { FileDesk } from "./server.ts";

/** What the nouns of the field bring to the bot; each noun's file exports its own part. */
export interface Registry {
  readonly routes: Routes;
  readonly presenters: readonly Presenter[];
  readonly commands: Commands;
  readonly timers: TimerHandlers;
  readonly channel: ChannelPresenter;
  readonly file: (world: World) => FileDesk;
  readonly feed: (world: World) => FileDesk;
}
