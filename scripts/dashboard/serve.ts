/** Serves a built dashboard beside a local project. */
import { join } from "node:path";
import { writeHeaders } from "./policy.ts";

const TYPES: Readonly<Record<string, string>> = {
  "index.html": "text/html; charset=utf-8",
  "main.js": "text/javascript; charset=utf-8",
  "style.css": "text/css; charset=utf-8",
};

/** Answers requests for the page; null for what is not part of it. */
export type PageHandler = (request: Request) => Promise<Response | null>;

/**
 * The dashboard of one project.
 * @param folder as `buildDashboard` has written it
 */
export function createPageHandler(folder: string, publishableKey: string): PageHandler {
  return async function answerPage(request) {
    const { pathname, origin } = new URL(request.url);
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const headers = writeHeaders(origin);
    if (name === "config.json") {
      return Response.json({ url: origin, publishableKey }, { headers });
    }
    const type = TYPES[name];
    if (type === undefined || !["GET", "HEAD"].includes(request.method)) return null;
    const body = await Deno.readFile(join(folder, name)).catch(() => null);
    return body && new Response(body, { headers: { ...headers, "content-type": type } });
  };
}
