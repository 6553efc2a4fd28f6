import { readFileSync } from "node:fs";

/** A process and the parent it had when the watch began. */
export interface Link {
  readonly pid: number;
  readonly parentPid: number;
}

/** What `ps` tells about a process. */
export interface ProcessFacts {
  readonly parentPid: number;
  readonly commandLine: string;
}

/** Tells about a process, or undefined when there is none. */
export type InspectProcess = (pid: number) => ProcessFacts | undefined;

const POLL_MS = 500;

/** Commands that stand between a person's terminal and us when we are started through npx. */
const LAUNCHERS: readonly RegExp[] = [
  /^npm (exec|run)\b/,
  /(^|\/)node\b.*\b(npx|npm)(-cli\.js)?\b/,
  /(^|\/)(sh|bash|dash|zsh) -c .*deno/,
  /(^|\/)node\b.*\bdeno\/bin\.cjs\b/,
  /(^|\/)deno(-\S+)? task\b/,
];

/** Whether a command line is that of npx, of its shell, or of `deno task`. */
export function isLauncher(commandLine: string): boolean {
  return LAUNCHERS.some((pattern) => pattern.test(commandLine));
}

/** The unbroken line of launchers above `pid`, nearest first; begins with `pid` itself. */
export function findLauncherChain(pid: number, inspect: InspectProcess): Link[] {
  const chain: Link[] = [];
  for (let current = pid;;) {
    const facts = inspect(current);
    if (!facts || (chain.length > 0 && !isLauncher(facts.commandLine))) return chain;
    chain.push({ pid: current, parentPid: facts.parentPid });
    if (facts.parentPid <= 1) return chain;
    current = facts.parentPid;
  }
}

/**
 * Whether every process of the chain still lives, under the parent it had. The topmost may lose its
 * parent: a command put into the background outlives the shell that started it.
 */
export function isChainWhole(chain: readonly Link[], inspect: InspectProcess): boolean {
  return chain.every(({ pid, parentPid }, index) => {
    const facts = inspect(pid);
    return facts !== undefined && (index === chain.length - 1 || facts.parentPid === parentPid);
  });
}

/**
 * Calls `onBroken` once when a launcher above this process dies. npx does not pass signals on:
 * killed, it leaves us running with nobody to stop us.
 * @returns ends the watch
 */
export function watchLaunchers(onBroken: () => void): () => void {
  const chain = findLauncherChain(Deno.pid, inspectProcess);
  if (chain.length < 2) return () => {};
  const timer = setInterval(() => {
    if (isChainWhole(chain, inspectProcess)) return;
    clearInterval(timer);
    onBroken();
  }, POLL_MS);
  // The watch itself is no reason to stay.
  Deno.unrefTimer(timer);
  return () => clearInterval(timer);
}

/** Reads /proc where there is one, else asks `ps`. */
function inspectProcess(pid: number): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    const parentPid = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return { parentPid, commandLine };
  } catch {
    return Deno.build.os === "linux" ? undefined : askPs(pid);
  }
}

function askPs(pid: number): ProcessFacts | undefined {
  const { stdout } = new Deno.Command("ps", { args: ["-o", "ppid=,command=", "-p", String(pid)] })
    .outputSync();
  const [, parentPid, commandLine] = /^\s*(\d+)\s+(.*)/.exec(new TextDecoder().decode(stdout)) ??
    [];
  return parentPid && commandLine ? { parentPid: Number(parentPid), commandLine } : undefined;
}
