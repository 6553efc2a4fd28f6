import { readFile } from "node:fs/promises";
import type postgres from "postgres";

/** Linux counts the time of a process in these. */
const TICKS_PER_SECOND = 100;
/** Fields 14 and 15 of /proc/PID/stat, counted from behind the name of the program. */
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

/**
 * How many seconds of CPU a session's own server process has used so far. Unlike seconds of a
 * clock, the difference of two of these hardly depends on what else the machine does.
 * @param sql one session of a server on this machine (`max: 1`)
 * @returns seconds in steps of 0.01; NaN where the system does not say, as outside Linux
 * @example const before = await readBackendCpu(sql);
 */
export async function readBackendCpu(sql: postgres.Sql): Promise<number> {
  const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  try {
    const stat = await readFile(`/proc/${backend?.pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
  } catch {
    return NaN;
  }
}
