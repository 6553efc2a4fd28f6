/** Serves a built dashboard beside a local project. */
import { join } from "node:path";
import { writeHeaders } from "./policy.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};
/** One name in the folder itself: nothing that could lead out of it. */
const FILE_NAME = /^[\w-]+\.(html|js|css)$/;

/** Answers requests for the page; null for what is not part of it. */
export type PageHandler = (request: Request) => Promise<Response | null>;

/** An account that the sign-in page offers by one click. */
export interface OfferedAccount {
  readonly label: string;
  readonly email: string;
  readonly password: string;
}

/** The dashboard of one project. */
export function createPageHandler({ folder, publishableKey, accounts }: {
  /** As `buildDashboard` has written it. */
  readonly folder: string;
  readonly publishableKey: string;
  /** For a demo; everybody who reaches the page can sign in with them. */
  readonly accounts: readonly OfferedAccount[];
}): PageHandler {
  return async function answerPage(request) {
    const { pathname, origin } = new URL(request.url);
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const headers = writeHeaders(origin);
    if (name === "config.json") {
      return Response.json({
        url: origin,
        publishableKey,
        ...accounts.length > 0 ? { demo: accounts } : {},
      }, { headers });
    }
    const type = TYPES[FILE_NAME.exec(name)?.[1] ?? ""];
    if (type === undefined || !["GET", "HEAD"].includes(request.method)) return null;
    const body = await Deno.readFile(join(folder, name)).catch(() => null);
    return body && new Response(body, { headers: { ...headers, "content-type": type } });
  };
}
