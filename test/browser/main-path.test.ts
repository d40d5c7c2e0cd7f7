/**
 * The main job from the first question to the end, as people do it in the practice room: a real browser, the real bot
 * and database, the local Teams. Each scene goes on where the one before it ended.
 */
import { afterScene } from "./scene-after.ts";
import { intakeScene } from "./scene-intake.ts";
import { rondeScene } from "./scene-ronde.ts";
import { openStage } from "./stage.ts";

openStage();
intakeScene();
rondeScene();
afterScene();
