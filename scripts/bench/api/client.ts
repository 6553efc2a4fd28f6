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

/** A kind of request, and how many of it one round sends. */
export interface Measured {
  readonly count: number;
  readonly send: () => Promise<unknown>;
}

/**
 * Measures kinds of requests turn about, so that whatever else the machine does falls on all alike, after
 * `warmUps` rounds that do not count. The kinds by name, each with its rounds in their order.
 */
export async function measureInTurns<Name extends string>(
  kinds: Readonly<Record<Name, Measured>>,
  { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number },
): Promise<Record<Name, Speed[]>> {
  const names = Object.keys(kinds) as Name[];
  const speeds = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Speed[]
  >;
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const name of names) {
      // deno-lint-ignore no-await-in-loop -- one kind at a time has the machine
      const speed = await measureSpeed(kinds[name].count, kinds[name].send);
      if (round >= 0) speeds[name].push(speed);
    }
  }
  return speeds;
}

/** The median of the rounds. */
export function takeMedian(speeds: readonly Speed[]): Speed {
  return {
    requests_per_second: findMedian(speeds.map((speed) => speed.requests_per_second)),
    p95_ms: findMedian(speeds.map((speed) => speed.p95_ms)),
  };
}

/** How fast one kind is beside another: the median of the ratios of their rounds. */
export function compareSpeeds(speeds: readonly Speed[], others: readonly Speed[]): number {
  return findMedian(
    speeds.map((speed, round) =>
      speed.requests_per_second / (others[round]?.requests_per_second ?? NaN)
    ),
  );
}

function findMedian(figures: readonly number[]): number {
  return roundFigure(findQuantile(figures, 0.5));
}

/** Sends `count` requests, four at once. */
async function measureSpeed(count: number, send: () => Promise<unknown>): Promise<Speed> {
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
