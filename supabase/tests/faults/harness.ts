// deno-lint-ignore-file no-console -- a skipped suite says why
/**
 * The fault suite's world: a local stack on a real PostgreSQL with the runner in a process of its
 * own that can be held at each step. Time is a parameter of the machinery, so tests move it by
 * hand; only leases of functions run in real time, and are as short as they may be.
 */
import { findPostgres } from "../../../scripts/local/postgres/postgres_install.ts";
import { type Stack, startStack } from "../../../scripts/local/stack.ts";
import { fileURLToPath } from "node:url";
import { assertAccounted } from "./accounts.ts";
import { startStepControl, type StepControl } from "./step_control.ts";
import { World } from "./world.ts";

/** What the functions know; Vault has the current one too, unless a test changes that. */
export const CURRENT_SECRET = "the-current-cron-secret-of-the-suite";
export const PREVIOUS_SECRET = "the-previous-cron-secret-of-the-suite";
const LEASE_SECONDS = 2;

const search = await findPostgres();
const isSkipped = !search.found && Deno.env.get("CI") !== "true";
let running: { stack: Stack; control: StepControl; world: World } | undefined;

if (isSkipped) {
  console.warn(`The fault suite needs a real PostgreSQL and is skipped: ${search.problem}`);
} else {
  Deno.test.beforeAll(async () => {
    const control = startStepControl();
    const stack = await startStack({
      database: "postgres",
      functionsFolder: fileURLToPath(new URL("./functions", import.meta.url)),
      env: {
        CRON_SECRET: CURRENT_SECRET,
        CRON_SECRET_PREVIOUS: PREVIOUS_SECRET,
        RUN_LEASE_SECONDS: String(LEASE_SECONDS),
        STEP_CONTROL_URL: control.url,
      },
    });
    const world = new World(stack, control, CURRENT_SECRET);
    await world.prepare();
    running = { stack, control, world };
  });
  Deno.test.afterAll(async () => {
    running?.control.releaseAll();
    await running?.stack.stop();
    await running?.control[Symbol.asyncDispose]();
  });
}

/** The driver may lose a query of a session that a crash ends: then the test fails, not the run. */
const MOST_TIME_MS = 180_000;

/** What a test leaves behind on purpose. */
export interface FaultOptions {
  /** Emails that nobody could analyze and that wait for the next tick; default 0. */
  readonly waiting?: number;
}

/**
 * Registers a test in an empty world with one schedule that is due now. After it everything is
 * accounted for: see {@link assertAccounted}.
 */
export function testFault(
  name: string,
  body: (world: World) => Promise<void>,
  { waiting = 0 }: FaultOptions = {},
): void {
  Deno.test({
    name,
    ignore: isSkipped,
    fn: async () => {
      if (running === undefined) throw new Error("The stack of this file did not start.");
      const { world } = running;
      await world.reset();
      const tooLong = Promise.withResolvers<never>();
      const timer = setTimeout(
        () => tooLong.reject(new Error(`The test did not end in ${MOST_TIME_MS / 1_000} s.`)),
        MOST_TIME_MS,
      );
      try {
        await Promise.race([body(world), tooLong.promise]);
      } finally {
        clearTimeout(timer);
        world.control.releaseAll();
      }
      await assertAccounted(world.database, [CURRENT_SECRET, PREVIOUS_SECRET], { waiting });
    },
  });
}
