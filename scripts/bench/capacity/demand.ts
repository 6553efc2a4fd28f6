/** What a day of email asks of the platform, computed from what was measured. */
import {
  BUSY_SHARE,
  COMPUTE_CREDIT_USD,
  COMPUTE_SIZES,
  type ComputeSize,
  LONGEST_CHAIN,
  MOST_PARALLEL_RUNS,
  NET_REQUESTS_PER_SECOND,
  type Plan,
} from "./platform_limits.ts";

/** Costs of the parts, as measured. */
export interface Costs {
  /** Analysis of one email by the rules, CPU of the function in ms. */
  readonly analysisCpuMs: number;
  /** Database time in ms: of a run as such, for each email in it, for each workspace it touches. */
  readonly runMs: number;
  readonly runMsPerMail: number;
  readonly runMsPerWorkspace: number;
  /** Database time of storing one email, in ms. */
  readonly ingestMs: number;
  /** Disk of one email with its record and its share of the task log, in bytes. */
  readonly bytesPerMail: number;
}

export interface Demand {
  readonly mailsPerDay: number;
  readonly workspaces: number;
}

/** What one demand comes to. */
export interface Need {
  readonly mailsPerRun: number;
  readonly runSeconds: number;
  readonly mailsPerDayPerRunner: number;
  readonly runsPerDay: number;
  /** Side by side, all day. */
  readonly runners: number;
  /** Busy on average. */
  readonly databaseCores: number;
  readonly diskGbPerDay: number;
  readonly compute: ComputeSize | null;
  /** For a month of email kept; null where the plan or the largest machine does not carry it. */
  readonly usdPerMonth: number | null;
  /**
   * Demand as a share of each limit of one project on the plan; 0 where more is only a matter of
   * price.
   */
  readonly shares: Readonly<Record<Resource, number>>;
  readonly saturatesFirst: Resource;
}

const RESOURCES = [
  "runners",
  "continuations",
  "database_cores",
  "disk_of_30_days",
  "net_requests",
  "invocations",
] as const;
export type Resource = (typeof RESOURCES)[number];

const TICKS_PER_DAY = 48;
const SECONDS_PER_DAY = 86_400;
const DAYS_PER_MONTH = 30;
/** Defaults of a run: RUN_MAX_EMAILS, emails and workspaces of a claim. */
const MAILS_PER_RUN = 200;
const MAILS_PER_CHUNK = 50;
const MAILS_PER_WORKSPACE = 10;
const WORKSPACES_PER_RUN = 50;
/**
 * Assumed: between function and database in one region, and from a dispatch to a running function.
 */
const ROUND_TRIP_MS = 5;
const DISPATCH_MS = 500;
/** A run asks for this many round trips beside two for each chunk: start, last claim, finish. */
const ROUND_TRIPS_PER_RUN = 3;

/** What the demand needs on the plan, email spread evenly over workspaces and the day. */
export function findNeed({ mailsPerDay, workspaces }: Demand, costs: Costs, plan: Plan): Need {
  const mailsPerTick = mailsPerDay / TICKS_PER_DAY;
  // Poisson: the share of workspaces that got any email since the last tick.
  const active = workspaces * (1 - Math.exp(-mailsPerTick / workspaces));
  const mailsPerWorkspace = Math.min(mailsPerTick / active, MAILS_PER_WORKSPACE);
  const mailsPerRun = Math.max(
    1,
    Math.min(
      mailsPerTick,
      MAILS_PER_RUN,
      plan.cpuMsPerRequest / costs.analysisCpuMs,
      (mailsPerTick / active) * WORKSPACES_PER_RUN,
    ),
  );
  const workspacesPerRun = Math.min(WORKSPACES_PER_RUN, active, mailsPerRun / mailsPerWorkspace);
  const databaseMsPerRun = costs.runMs + costs.runMsPerMail * mailsPerRun +
    costs.runMsPerWorkspace * workspacesPerRun;
  const roundTrips = ROUND_TRIPS_PER_RUN + 2 * Math.ceil(mailsPerRun / MAILS_PER_CHUNK);
  const runSeconds = (DISPATCH_MS + roundTrips * ROUND_TRIP_MS + databaseMsPerRun +
    mailsPerRun * costs.analysisCpuMs) / 1_000;
  const runsPerDay = Math.max(TICKS_PER_DAY, mailsPerDay / mailsPerRun);
  const mailsPerDayPerRunner = mailsPerRun * SECONDS_PER_DAY / runSeconds;
  const busyRunners = runsPerDay * runSeconds / SECONDS_PER_DAY;
  const databaseCores = (runsPerDay * databaseMsPerRun + mailsPerDay * costs.ingestMs) /
    (SECONDS_PER_DAY * 1_000);
  const diskGbPerDay = mailsPerDay * costs.bytesPerMail / 1e9;
  const diskGb = diskGbPerDay * DAYS_PER_MONTH;
  const compute =
    COMPUTE_SIZES.find(({ cores, databaseGb }) =>
      databaseCores <= cores * BUSY_SHARE && diskGb <= databaseGb
    ) ?? null;
  const isFixed = plan.usdPerGbDisk === null;
  const largest = isFixed ? COMPUTE_SIZES[0] : COMPUTE_SIZES.at(-1);
  const mostGb = isFixed ? plan.diskGbIncluded : largest?.databaseGb ?? 0;
  const invocations = (mailsPerDay + runsPerDay) * DAYS_PER_MONTH;
  const shares = {
    runners: busyRunners / MOST_PARALLEL_RUNS,
    continuations: mailsPerTick / mailsPerRun / (MOST_PARALLEL_RUNS * LONGEST_CHAIN),
    database_cores: databaseCores / ((largest?.cores ?? 0) * BUSY_SHARE),
    disk_of_30_days: diskGb / mostGb,
    net_requests: runsPerDay / SECONDS_PER_DAY / NET_REQUESTS_PER_SECOND,
    invocations: plan.usdPerMillionInvocations === null
      ? invocations / plan.invocationsIncluded
      : 0,
  };
  return {
    mailsPerRun,
    runSeconds,
    mailsPerDayPerRunner,
    runsPerDay,
    runners: Math.ceil(busyRunners),
    databaseCores,
    diskGbPerDay,
    compute,
    usdPerMonth: compute === null ? null : findPrice(plan, { invocations, diskGb, compute }),
    shares,
    saturatesFirst: findLargest(shares),
  };
}

/** Equal projects, each with its share of the workspaces, and what one of them needs. */
export interface Split {
  readonly projects: number;
  readonly each: Need;
}

/** The fewest projects whose machines carry the demand. */
export function findSplit(demand: Demand, costs: Costs, plan: Plan): Split {
  for (let projects = 1;; projects++) {
    const share = {
      mailsPerDay: demand.mailsPerDay / projects,
      workspaces: demand.workspaces / projects,
    };
    const each = findNeed(share, costs, plan);
    if (each.compute !== null) return { projects, each };
  }
}

function findPrice(
  plan: Plan,
  { invocations, diskGb, compute }: {
    invocations: number;
    diskGb: number;
    compute: ComputeSize;
  },
): number | null {
  const moreInvocations = Math.max(0, invocations - plan.invocationsIncluded);
  const moreGb = Math.max(0, diskGb - plan.diskGbIncluded);
  if (plan.usdPerMillionInvocations === null || plan.usdPerGbDisk === null) {
    const fits = moreInvocations === 0 && moreGb === 0 && compute === COMPUTE_SIZES[0];
    return fits ? plan.baseUsd : null;
  }
  return plan.baseUsd + Math.max(0, compute.usdPerMonth - COMPUTE_CREDIT_USD) +
    moreInvocations / 1e6 * plan.usdPerMillionInvocations + moreGb * plan.usdPerGbDisk;
}

function findLargest(shares: Readonly<Record<Resource, number>>): Resource {
  return RESOURCES.reduce<Resource>(
    (first, next) => shares[next] > shares[first] ? next : first,
    "runners",
  );
}
