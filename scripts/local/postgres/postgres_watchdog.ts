/** A shell that waits for the end of its input, which comes with our end at the latest. */
export interface Watchdog {
  /** Ends what still runs in the folder, removes it and returns when that is done. */
  release(): Promise<void>;
}

// Ignoring signals lets it outlive a Ctrl-C that ends everybody else in the group.
const SCRIPT = `trap '' INT TERM HUP
cat >/dev/null
pid=$(head -n 1 "$1/server/data/postmaster.pid" 2>/dev/null)
command_line() { cat "/proc/$1/cmdline" 2>/dev/null || ps -o args= -p "$1" 2>/dev/null; }
if [ -n "$pid" ] && command_line "$pid" | grep -aqF "$1"; then
  kill -QUIT "$pid" 2>/dev/null
  tries=0
  while kill -0 "$pid" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -eq 60 ] && kill -KILL "$pid" 2>/dev/null
    [ "$tries" -gt 80 ] && break
    sleep 0.05
  done
fi
tries=0
until rm -rf "$1"; do
  tries=$((tries + 1))
  [ "$tries" -gt 60 ] && exit 1
  sleep 0.05
done 2>/dev/null`;

/**
 * Starts guarding a folder whose data folder is `server/data`; the folder is removed at the end.
 */
export function startWatchdog(folder: string): Watchdog {
  const child = new Deno.Command("/bin/sh", {
    args: ["-c", SCRIPT, "sh", folder],
    stdin: "piped",
    stdout: "null",
    stderr: "null",
    cwd: "/",
  }).spawn();
  child.unref();
  let released: Promise<void> | undefined;
  const release = async () => {
    child.ref();
    await child.stdin.close();
    await child.status;
  };
  return { release: () => released ??= release() };
}
