import { createRandom } from "../../lib/random.ts";
import { startGraph } from "../../local/graph/graph_server.ts";
import { createGraphProvider } from "../../../supabase/functions/_shared/mailboxes/graph/graph_provider.ts";
import type { CutCase } from "./cut_case.ts";
import { composeEmail } from "./emails.ts";
import type { SyncWorld } from "./sync_world.ts";

/** How likely a request goes wrong. */
const FAULT_CHANCE = 0.03;

/** A mailbox at Microsoft whose server fails at random, in each way that Graph does. */
export function createGraphCase(world: SyncWorld, seed: number): CutCase {
  const random = createRandom(seed);
  let isCalm = false;
  const refuse = (status: number, code: string, headers: HeadersInit = {}) =>
    Response.json({ error: { code, message: "" } }, { status, headers });
  const faults = [
    () => refuse(429, "ApplicationThrottled", { "retry-after": "20" }),
    () => refuse(503, "serviceNotAvailable"),
    () => new Response("<html>Bad Gateway", { status: 502 }),
    () => void graph.login.endAccess(),
    () => graph.mailbox.forget(),
  ];
  const graph = startGraph({
    fault(request) {
      const isLogin = new URL(request.url).pathname.endsWith("/token");
      if (isCalm || isLogin || random() >= FAULT_CHANCE) return undefined;
      return faults[Math.floor(random() * faults.length)]?.() ?? undefined;
    },
    emptyPages: () => random() < 0.2,
  });
  return {
    name: "graph",
    address: "owner@example.com",
    providers: {
      gmail: null,
      imap: null,
      graph: createGraphProvider(graph.settings, () => world.now),
    },
    secret() {
      const { access_token, refresh_token } = graph.login.issue();
      return { access_token, refresh_token, expires_at: "2020-01-01T00:00:00Z" };
    },
    add(number) {
      graph.mailbox.add({
        folder: number % 4 === 0 ? "sentitems" : "inbox",
        raw: new TextEncoder().encode(composeEmail(number)),
        // To the second, as Graph has it: several may share one.
        receivedAt: new Date(world.now.getTime() - Math.floor(random() * 80_000) * 1_000),
      });
      return Promise.resolve();
    },
    calm: () => void (isCalm = true),
    [Symbol.asyncDispose]: () => graph[Symbol.asyncDispose](),
  };
}
