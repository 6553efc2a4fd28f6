/**
 * The agent that is killed: it does what its plan says for each attempt, in steps whose effects a
 * server outside of the database counts.
 */
import { z } from "zod";
import {
  createAgent,
  GiveUp,
  RetryLater,
} from "../../../../../supabase/functions/_shared/agent.ts";

const payload = z.object({
  steps: z.int().min(0),
  /** What each attempt comes to; the last one is for all that follow. */
  plan: z.array(z.enum(["return", "throw", "give_up", "retry_later", "sleep"])).min(1),
});

const STEP_MS = 10;

export default createAgent("worker", { payload }, async (task) => {
  const { steps, plan } = task.payload;
  await report(`attempt ${task.attempt}`);
  for (let n = 1; n <= steps; n++) {
    await task.step(`step ${n}`, async () => {
      await report(`step ${n}`);
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      return { n };
    });
  }
  switch (plan[Math.min(task.attempt, plan.length) - 1]) {
    case "throw":
      throw new Error(`Attempt ${task.attempt} was planned to throw.`);
    case "give_up":
      throw new GiveUp("It was planned to give up.");
    case "retry_later":
      throw new RetryLater(5, "It was planned to wait.");
    case "sleep":
      task.signal.throwIfAborted();
      await new Promise((_resolve, reject) =>
        task.signal.addEventListener("abort", () => reject(task.signal.reason))
      );
  }
  return { output: { steps } };

  async function report(effect: string): Promise<void> {
    const url = new URL(Deno.env.get("EFFECTS_URL") ?? "");
    url.searchParams.set("task", task.id);
    url.searchParams.set("effect", effect);
    const response = await fetch(url, { method: "POST" });
    await response.body?.cancel();
  }
});
