import { readFileSync } from "node:fs";
import { kill } from "node:process";

/** A process that can be told from a later one with the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Null where the system does not say when a process began. */
  readonly startTime: string | null;
}

/** The identity of this process. */
export function identifyProcess(): ProcessIdentity {
  return { pid: Deno.pid, startTime: readStartTime(Deno.pid) };
}

/** Whether that very process still runs. */
export function isRunning({ pid, startTime }: ProcessIdentity): boolean {
  if (!isAlive(pid)) return false;
  const startTimeNow = readStartTime(pid);
  return startTime === null || startTimeNow === null || startTime === startTimeNow;
}

function isAlive(pid: number): boolean {
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Field 22 of /proc/PID/stat. */
function readStartTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
