/**
 * CPU time that a process of this machine has used, in milliseconds. `schedstat` counts
 * nanoseconds, so short work can be measured while the machine does other things.
 */
export async function readCpuMs(pid: number): Promise<number> {
  const [nanoseconds] = (await Deno.readTextFile(`/proc/${pid}/schedstat`)).split(" ");
  return Number(nanoseconds) / 1_000_000;
}
