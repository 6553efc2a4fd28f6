import type postgres from "postgres";

/**
 * CPU time that a process of this machine has used, in milliseconds. `schedstat` counts
 * nanoseconds, so short work can be measured while the machine does other things.
 */
export async function readCpuMs(pid: number): Promise<number> {
  const [nanoseconds] = (await Deno.readTextFile(`/proc/${pid}/schedstat`)).split(" ");
  return Number(nanoseconds) / 1_000_000;
}

/**
 * How many seconds of CPU a session's own server process has used so far. Unlike seconds of a
 * clock, the difference of two of these hardly depends on what else the machine does.
 * @param sql one session of a server on this machine (`max: 1`)
 * @returns seconds; NaN where the system does not say, as outside Linux
 * @example const before = await readBackendCpu(sql);
 */
export async function readBackendCpu(sql: postgres.Sql): Promise<number> {
  const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return await readCpuMs(backend?.pid ?? 0).catch(() => NaN) / 1_000;
}
