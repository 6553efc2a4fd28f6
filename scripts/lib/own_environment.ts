/** Hosts of this machine, in the two forms that programs read in `NO_PROXY`. */
const LOOPBACK = ["127.0.0.1", "localhost", "::1", "[::1]"];
const NO_PROXY_NAMES = ["NO_PROXY", "no_proxy"];

/** libpq and its drivers read these behind our back: a host, a database, a demand for TLS. */
const LIBPQ_VARIABLE = /^PG[A-Z]+$/;

/**
 * Frees this process and its children from variables that are about other servers: requests to this
 * machine go through no proxy, and no variable of libpq changes where or how we connect.
 * Call it before the first request. Calling it again does nothing.
 */
export function ownEnvironment(): void {
  const wanted = takeEnvironment();
  for (const name of Object.keys(Deno.env.toObject())) {
    if (!(name in wanted)) Deno.env.delete(name);
  }
  for (const name of NO_PROXY_NAMES) Deno.env.set(name, wanted[name] ?? "");
}

/** The environment without the variables of libpq, with this machine exempt from proxies. */
export function takeEnvironment(
  variables: Readonly<Record<string, string>> = Deno.env.toObject(),
): Record<string, string> {
  const kept = Object.entries(variables).filter(([name]) => !LIBPQ_VARIABLE.test(name));
  const exempt = new Set(
    [
      ...NO_PROXY_NAMES.flatMap((name) => (variables[name] ?? "").split(",")),
      ...LOOPBACK,
    ].map((host) => host.trim()).filter((host) => host !== ""),
  );
  const list = [...exempt].join(",");
  return { ...Object.fromEntries(kept), NO_PROXY: list, no_proxy: list };
}
