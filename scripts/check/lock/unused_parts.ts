/** A dependency that its package declares and no module that we load imports. */
interface UnusedPart {
  /** Name of the package that declares them. */
  readonly of: string;
  readonly parts: readonly string[];
  /** Why nothing misses them. */
  readonly because: string;
}

/**
 * What the lock file leaves out, so that nobody downloads it. Without it in the lock file, Deno
 * finds it nowhere, so that every test that starts the local project would fail if it were needed.
 */
export const UNUSED_PARTS: readonly UnusedPart[] = [
  {
    of: "@supabase/lite",
    parts: [
      "@commander-js/extra-typings",
      "@hono/node-server",
      "@sentry/node",
      "@vercel/detect-agent",
      "chokidar",
      "commander",
      "dotenv",
    ],
    because: "only its command line and its Vite plugin import them",
  },
  {
    of: "@supabase/lite",
    parts: ["@supabase/pg-delta"],
    because: "imported only when two schemas are compared",
  },
  {
    of: "@supabase/lite",
    parts: ["nodemailer"],
    because: "imported only where a server for outgoing emails is set",
  },
  {
    of: "jsonv-ts",
    parts: ["typescript"],
    because: "a peer that its types are made for; no module imports it",
  },
];
