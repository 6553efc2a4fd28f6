/** Variables that would point to what this machine has already, or around a proxy. */
const FOREIGN =
  /^(?:DENO_DIR|DENO_NO_PACKAGE_JSON|npm_.*|XDG_CACHE_HOME|(?:https?|no|all)_proxy)$/i;

/** The environment of a user who has Node and nothing else, at home in the given folder. */
export function makeFreshEnvironment(home: string): Record<string, string> {
  const kept = Object.entries(Deno.env.toObject()).filter(([name]) => !FOREIGN.test(name));
  return { ...Object.fromEntries(kept), HOME: home, NO_COLOR: "1" };
}
