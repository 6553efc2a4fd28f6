/** The agent that is measured: it returns at once, or sleeps until it is told to stop. */
import { createAgent } from "../../../../../supabase/functions/_shared/agent.ts";

export default createAgent("bench-agent", async ({ payload, signal }) => {
  if (payload["sleeps"] === true) {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  }
  return {};
});
