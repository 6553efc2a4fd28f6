/** `deno task demo`: the main job end to end, for a person or a program. */
import { runAnnounced } from "./lib/downloads/announce.ts";

await runAnnounced(import.meta.resolve("./demo/run_demo.ts"));
