/** What a hosted project may use and what it costs, in USD a month. */
export interface Plan {
  readonly name: string;
  /** CPU of one request, in ms. */
  readonly cpuMsPerRequest: number;
  readonly baseUsd: number;
  readonly invocationsIncluded: number;
  readonly usdPerMillionInvocations: number | null;
  readonly diskGbIncluded: number;
  readonly usdPerGbDisk: number | null;
}

/** A size of the database's machine. */
export interface ComputeSize {
  readonly name: string;
  readonly cores: number;
  readonly usdPerMonth: number;
  /** Largest database that Supabase recommends for it. */
  readonly databaseGb: number;
}

/**
 * Plans as https://supabase.com/pricing and the Edge Functions' limits had them in 2026; prices
 * change, so look there before you decide. Free has no price for more: it stops.
 */
export const PLANS: readonly Plan[] = [
  {
    name: "free",
    cpuMsPerRequest: 2_000,
    baseUsd: 0,
    invocationsIncluded: 500_000,
    usdPerMillionInvocations: null,
    diskGbIncluded: 0.5,
    usdPerGbDisk: null,
  },
  {
    name: "pro",
    cpuMsPerRequest: 2_000,
    baseUsd: 25,
    invocationsIncluded: 2_000_000,
    usdPerMillionInvocations: 2,
    diskGbIncluded: 8,
    usdPerGbDisk: 0.125,
  },
];

/** What the plan's own compute credit pays for. */
export const COMPUTE_CREDIT_USD = 10;

/** Sizes as https://supabase.com/docs/guides/platform/compute-add-ons lists them. */
export const COMPUTE_SIZES: readonly ComputeSize[] = [
  { name: "micro", cores: 2, usdPerMonth: 10, databaseGb: 10 },
  { name: "small", cores: 2, usdPerMonth: 15, databaseGb: 50 },
  { name: "medium", cores: 2, usdPerMonth: 60, databaseGb: 100 },
  { name: "large", cores: 2, usdPerMonth: 110, databaseGb: 200 },
  { name: "xl", cores: 4, usdPerMonth: 210, databaseGb: 500 },
  { name: "2xl", cores: 8, usdPerMonth: 410, databaseGb: 1_000 },
  { name: "4xl", cores: 16, usdPerMonth: 960, databaseGb: 2_000 },
  { name: "8xl", cores: 32, usdPerMonth: 1_870, databaseGb: 4_000 },
  { name: "12xl", cores: 48, usdPerMonth: 2_800, databaseGb: 6_000 },
  { name: "16xl", cores: 64, usdPerMonth: 3_730, databaseGb: 10_000 },
];

/** Most requests pg_net sends in a second: batches of 200. */
export const NET_REQUESTS_PER_SECOND = 200;

/**
 * Runs that one schedule may have side by side, the check of `task_schedules.max_parallel_runs`.
 */
export const MOST_PARALLEL_RUNS = 16;

/** Longest chain of continuations of one run, `nightshift.continue_run`. */
export const LONGEST_CHAIN = 500;

/** Share of a machine's cores that may be busy on average, so that peaks find room. */
export const BUSY_SHARE = 0.5;
