/** An agent that does what its payload says, so that a test can see what becomes of it. */
import { z } from "zod";
import { createAgent, GiveUp, RetryLater } from "../../../../functions/_shared/agent.ts";

const payload = z.object({
  act: z.enum([
    "return",
    "throw",
    "throw_object",
    "give_up",
    "retry_later",
    "sleep",
    "steps",
    "same_step",
    "log",
    "long",
    "spend",
    "parts",
  ]),
  what: z.string().default(""),
});

const circle: Record<string, unknown> = {};
circle["self"] = circle;

/** What JSON cannot carry in a payload. */
const RESULTS: Readonly<Record<string, unknown>> = {
  undefined,
  null: null,
  NUL: { output: { rows: ["a\0"] } },
  surrogate: { output: "\ud83d" },
  circle: { output: circle },
  large: { output: "x".repeat(400_000) },
  negative: { output: 1, costUsd: -0.01 },
  absurd: { costUsd: 1e12 },
  good: { output: { done: true }, costUsd: 0.5 },
};

/** Together they take longer than an invocation of the test. */
const STEPS = 5;

/** Parts that were done in this process, over all attempts. */
const done: number[] = [];

export default createAgent("probe", { payload }, async (task) => {
  const { act, what } = task.payload;
  switch (act) {
    case "return":
      return RESULTS[what] as never;
    case "throw":
      throw new Error(`Attempt ${task.attempt} of ${task.maxAttempts} went wrong.${what}`);
    case "throw_object":
      throw { message: "permission denied", code: "42501", hint: "Grant it.", details: null };
    case "give_up":
      throw new GiveUp("This will never work.");
    case "retry_later":
      if (task.attempt === 1) throw new RetryLater(3_600, "The mailbox is busy.");
      return { output: task.attempt };
    case "sleep":
      task.signal.throwIfAborted();
      await new Promise((_resolve, reject) =>
        task.signal.addEventListener("abort", () => reject(task.signal.reason))
      );
      return;
    case "same_step":
      await task.step("a", () => 1);
      await task.step("a", () => 2);
      return;
    case "steps": {
      const first = await task.step("first", () => crypto.randomUUID());
      if (task.attempt === 1) throw new Error("Between the steps.");
      const second = await task.step("second", () => [first]);
      return { output: { first, second } };
    }
    case "log":
      task.log("started", { rows: 10 });
      task.log(`with ${Deno.env.get("CRON_SECRET")}`);
      throw new GiveUp(`Refused: ${Deno.env.get("CRON_SECRET")}`);
    case "spend": {
      const { value } = await task.spend(
        { analyzer: what || "openai-compatible", model: "m", usd: 0.05 },
        () => Promise.resolve({ value: "x", usd: 0.03 }),
      );
      return { output: value };
    }
    case "parts": {
      for (let n = 1; n <= STEPS; n++) {
        await task.step(`part ${n}`, async () => {
          done.push(n);
          await new Promise((resolve) => setTimeout(resolve, 100));
        });
      }
      return { output: { done, attempt: task.attempt } };
    }
    case "long":
      for (let n = 1; n <= STEPS; n++) {
        await task.step(`part ${n}`, () => new Promise((resolve) => setTimeout(resolve, 700)));
      }
      return { output: STEPS };
  }
});
