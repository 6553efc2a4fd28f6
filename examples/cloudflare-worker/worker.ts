/**
 * A Cloudflare Worker that does work on a schedule and logs it, and that hands requests to an agent
 * as jobs. Secrets: NIGHTSHIFT_TOKEN (an ingest token of the scope `tasks`) and WEBHOOK_SECRET.
 * Variables of wrangler.toml: NIGHTSHIFT_URL, AGENT and PAGE_URL.
 */
import { createClient, isNightshiftError, type NightshiftClient } from "nightshift-client";

interface Env {
  readonly NIGHTSHIFT_URL: string;
  readonly NIGHTSHIFT_TOKEN: string;
  readonly WEBHOOK_SECRET: string;
  readonly AGENT: string;
  readonly PAGE_URL: string;
}

export default {
  /** The schedule of wrangler.toml. What it throws marks the run as failed at Cloudflare, too. */
  async scheduled({ cron }: { readonly cron: string }, env: Env): Promise<void> {
    await connect(env).withTask(
      { task_type: "system_health_check", agent_name: "worker", input_data: { cron } },
      async () => {
        const response = await fetch(env.PAGE_URL);
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`The page answered ${response.status}.`);
        return { status: response.status };
      },
    );
  },

  /** Takes a webhook as a job of the agent, once for each `Idempotency-Key`. */
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method !== "POST") return Response.json({ error: "use POST" }, { status: 405 });
    const { WEBHOOK_SECRET } = env;
    if (!WEBHOOK_SECRET || request.headers.get("authorization") !== `Bearer ${WEBHOOK_SECRET}`) {
      return Response.json({ error: "unauthorized" }, { status: 401 });
    }
    const key = request.headers.get("idempotency-key");
    try {
      const payload: unknown = await request.json();
      const jobs = [key === null ? { payload } : { payload, key }];
      const [job] = await connect(env).enqueue(env.AGENT, jobs);
      if (job !== undefined && "id" in job) return Response.json(job, { status: 202 });
      return Response.json({ error: job?.problem.code }, { status: job?.status ?? 502 });
    } catch (error) {
      if (error instanceof SyntaxError) {
        return Response.json({ error: "send JSON" }, { status: 400 });
      }
      if (!isNightshiftError(error)) throw error;
      return Response.json({ error: error.code }, { status: 502 });
    }
  },
};

function connect(env: Env): NightshiftClient {
  return createClient({ url: env.NIGHTSHIFT_URL, token: env.NIGHTSHIFT_TOKEN });
}
