import { arch, cpus, platform, release, totalmem } from "node:os";

/** What a figure depends on besides our code. */
export type Machine = Readonly<Record<string, string | number>>;

/** Describes this machine and, as given, the software under test. */
export function describeMachine(software: Readonly<Record<string, string>>): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    deno: Deno.version.deno,
    ...software,
  };
}
