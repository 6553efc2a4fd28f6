import { findQuantile, roundFigure } from "../../lib/quantiles.ts";
import type { Figures } from "../benchmark.ts";
import type { System } from "./client.ts";

/** How fast one kind of request was answered. */
export interface Speed extends Figures {
  readonly requests_per_second: number;
  readonly p95_ms: number;
}

/** A kind of request, and how many of it one round sends. */
export interface Measured {
  readonly count: number;
  readonly send: (system: System) => Promise<unknown>;
}

/**
 * Measures kinds of requests turn about, so that whatever else the machine does falls on all alike,
 * after `warmUps` rounds that do not count. The kinds by name, each with its rounds in their order.
 */
export async function measureInTurns<Name extends string>(
  systems: readonly System[],
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
      const speed = await measureSpeed(systems, kinds[name]);
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

/** Sends the requests, as many at once as there are systems. */
async function measureSpeed(
  systems: readonly System[],
  { count, send }: Measured,
): Promise<Speed> {
  const times: number[] = [];
  const startedAt = performance.now();
  await Promise.all(systems.map(async (system) => {
    for (let sent = 0; sent < count / systems.length; sent += 1) {
      const at = performance.now();
      await send(system);
      times.push(performance.now() - at);
    }
  }));
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    requests_per_second: roundFigure(times.length / seconds),
    p95_ms: roundFigure(findQuantile(times, 0.95)),
  };
}
