/**
 * A route of Next.js that checks a page and logs the check. Vercel Cron calls it with `CRON_SECRET`
 * (see README.md). Variables: CRON_SECRET, NIGHTSHIFT_URL, NIGHTSHIFT_TOKEN and SITE_URL.
 */
import process from "node:process";
import { createClient, isNightshiftError } from "nightshift-client";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const { CRON_SECRET, NIGHTSHIFT_URL = "", NIGHTSHIFT_TOKEN = "", SITE_URL = "" } = process.env;
  if (!CRON_SECRET || request.headers.get("authorization") !== `Bearer ${CRON_SECRET}`) {
    return Response.json({ error: "unauthorized" }, { status: 401 });
  }
  const nightshift = createClient({ url: NIGHTSHIFT_URL, token: NIGHTSHIFT_TOKEN });
  try {
    const checked = await nightshift.withTask(
      { task_type: "system_health_check", agent_name: "nextjs-nightly" },
      () => checkPage(SITE_URL),
    );
    return Response.json(checked);
  } catch (error) {
    // The API rejected the log, for example because the token was revoked.
    if (isNightshiftError(error)) return Response.json({ error: error.code }, { status: 502 });
    return Response.json({ error: "the page does not work" }, { status: 500 });
  }
}

/** @throws {Error} when the page does not answer with a success */
async function checkPage(url: string): Promise<{ status: number; milliseconds: number }> {
  const start = performance.now();
  const response = await fetch(url, { cache: "no-store" });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The page answered ${response.status}.`);
  return { status: response.status, milliseconds: Math.round(performance.now() - start) };
}
