import type { Hono } from "hono";
import { cors } from "hono/cors";
import type { AppEnv } from "./caller.ts";

/**
 * Lets pages of some origins call; nothing without one.
 * @param origins such as `https://app.example.com`, or `*` for all
 */
export function allowBrowsers(
  app: Hono<AppEnv>,
  origins: readonly string[],
  headers: { readonly allow: readonly string[]; readonly expose: readonly string[] },
): void {
  if (origins.length === 0) return;
  app.use(cors({
    origin: origins.includes("*") ? "*" : [...origins],
    allowHeaders: ["authorization", "x-client-info", "apikey", "content-type", ...headers.allow],
    exposeHeaders: [...headers.expose, "retry-after", "x-request-id"],
    maxAge: 3_600,
  }));
}
