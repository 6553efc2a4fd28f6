import { cpuUsage } from "node:process";

/** CPU milliseconds of this process so far, of all threads, so that collecting garbage counts. */
export function cpuMs(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1_000;
}
