/** Does nothing but watch who launched it; prints its folder, and ends in order when they die. */
import { endProcess, Lifecycle } from "../process/lifecycle.ts";
import { watchLaunchers } from "../process/launcher_watch.ts";

const lifecycle = new Lifecycle();
lifecycle.onStop(watchLaunchers(() => void endProcess(143)));
const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
lifecycle.onStop(() => listener.close());
// Something has to wait, as a stack does: the watch alone keeps no process alive.
listener.accept().catch(() => {});
Deno.stdout.writeSync(new TextEncoder().encode(`${lifecycle.folder}\n`));
