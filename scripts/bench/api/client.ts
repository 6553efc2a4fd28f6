import type { World } from "../../../supabase/functions/tests/autonomous_tasks/world.ts";
import type { Stack } from "../../local/stack.ts";
import type { Figures } from "../benchmark.ts";
import { findQuantile, roundFigure } from "../quantiles.ts";

/** How fast one kind of request was answered. */
export interface Speed extends Figures {
  readonly requests_per_second: number;
  readonly p95_ms: number;
}

const AT_ONCE = 4;

/** The two ways to the same rows. */
export interface Ways {
  readonly api: (path: string, body?: unknown) => Promise<unknown>;
  readonly rest: (path: string, body?: unknown) => Promise<unknown>;
}

/** The task-logging API with an ingest token, and `/rest/v1` with the secret key. */
export function createWays(stack: Stack, world: World): Ways {
  const send = async (url: string, headers: Record<string, string>, body?: unknown) => {
    const response = await fetch(url, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 500)}`);
    return JSON.parse(text);
  };
  return {
    api: (path, body) => send(`${world.url}${path}`, world.headers["token"], body),
    rest: (path, body) =>
      send(`${stack.url}/rest/v1${path}`, {
        apikey: stack.secretKey,
        prefer: "return=representation",
      }, body),
  };
}

/** Sends `count` requests, four at once. */
export async function measureSpeed(count: number, send: () => Promise<unknown>): Promise<Speed> {
  const times: number[] = [];
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let sent = 0; sent < count / AT_ONCE; sent += 1) {
      const at = performance.now();
      // deno-lint-ignore no-await-in-loop -- each of the senders sends one at a time
      await send();
      times.push(performance.now() - at);
    }
  }));
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    requests_per_second: roundFigure(times.length / seconds),
    p95_ms: roundFigure(findQuantile(times, 0.95)),
  };
}
