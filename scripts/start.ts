/** `deno task start`: a local project that stays up. */
import { runAnnounced } from "./lib/downloads/announce.ts";

await runAnnounced(import.meta.resolve("./start/command.ts"));
