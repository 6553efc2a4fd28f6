/** What a leashed command is started with. */
export interface LeashedOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where its output goes: ours, or a stream to read. */
  readonly stdout: "inherit" | "piped";
  readonly stderr: "inherit" | "null";
}

/** The command runs while its shell's input is open; its end closes the input and the guard goes. */
const SCRIPT = `exec 3<&0 </dev/null
"$@" &
child=$!
{ cat <&3; kill -TERM "$child"; } >/dev/null 2>&1 &
guard=$!
wait "$child"
code=$?
kill "$guard" 2>/dev/null
exit "$code"`;

/** A child process that gets SIGTERM when we are gone, whatever ended us. */
export interface LeashedProcess {
  readonly stdout: ReadableStream<Uint8Array>;
  /** Its exit code, once it has ended. */
  readonly exitCode: Promise<number>;
  /** Ends it now. */
  end(): void;
}

/** Starts a command whose life ends with ours at the latest. */
export function spawnLeashed(
  command: string,
  args: readonly string[],
  options: LeashedOptions,
): LeashedProcess {
  const child = new Deno.Command("/bin/sh", {
    args: ["-c", SCRIPT, "sh", command, ...args],
    ...options,
    stdin: "piped",
  }).spawn();
  const letGo = () => child.stdin.close().catch(() => {});
  return {
    get stdout() {
      return child.stdout;
    },
    exitCode: child.status.then(async ({ code }) => {
      await letGo();
      return code;
    }),
    end: letGo,
  };
}
