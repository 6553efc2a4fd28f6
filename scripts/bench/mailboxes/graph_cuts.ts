import { createGraphProvider } from "../../../supabase/functions/email-sync/providers/graph/graph_provider.ts";
import { createRandom } from "../../lib/random.ts";
import { startGraph } from "../../local/graph/graph_server.ts";
import type { CutCase } from "./cut_case.ts";
import { composeEmail } from "./emails.ts";
import type { SyncWorld } from "./sync_world.ts";

/** How likely a request goes wrong. */
const FAULT_CHANCE = 0.02;

/** A mailbox at Microsoft whose server fails at random and forgets places. */
export function createGraphCase(world: SyncWorld, seed: number): CutCase {
  const random = createRandom(seed);
  let isCalm = false;
  const graph = startGraph({
    emptyPages: () => !isCalm && random() < 0.3,
    fault(request) {
      const isToken = new URL(request.url).pathname.endsWith("/token");
      if (isCalm || isToken || random() >= FAULT_CHANCE) return undefined;
      const faults = [
        () => new Response(null, { status: 429, headers: { "retry-after": "5" } }),
        () => new Response(null, { status: 500 }),
        () => new Response(null, { status: 503 }),
        () => {
          graph.mailbox.forgottenBefore = graph.mailbox.change + 1;
          return undefined;
        },
      ];
      return faults[Math.floor(random() * faults.length)]?.();
    },
  });
  const start = world.now.getTime();
  return {
    name: "graph",
    providers: {
      gmail: null,
      imap: null,
      graph: createGraphProvider(graph.settings, () => world.now),
    },
    address: "owner@example.com",
    secret: () => ({ ...graph.login.issue(), expires_at: "2020-01-01T00:00:00Z" }),
    add(number) {
      graph.mailbox.add({
        folder: "inbox",
        raw: new TextEncoder().encode(composeEmail(number)),
        receivedAt: new Date(start + number * 1_000),
      });
      return Promise.resolve();
    },
    calm: () => void (isCalm = true),
    [Symbol.asyncDispose]: async () => await graph[Symbol.asyncDispose](),
  };
}
