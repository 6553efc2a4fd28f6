import { createRandom } from "../../lib/random.ts";
import { createGmailProvider } from "../../../supabase/functions/_shared/mailboxes/gmail/gmail_provider.ts";
import { GmailMailbox } from "../../local/gmail/gmail_mailbox.ts";
import {
  type GmailServer,
  refuse,
  STAND_IN_CLIENT,
  startGmailServer,
} from "../../local/gmail/gmail_server.ts";
import { composeEmail } from "./emails.ts";
import type { SyncWorld } from "./sync_world.ts";
import type { CutCase } from "./cut_case.ts";

const ADDRESS = "us@example.com";
/** How likely a request goes wrong. */
const FAULT_CHANCE = 0.02;

/** A Gmail mailbox whose server fails at random, in each way that Gmail does. */
export function createGmailCase(world: SyncWorld, seed: number): CutCase {
  const random = createRandom(seed);
  const mailbox = new GmailMailbox(ADDRESS, () => world.now);
  let isCalm = false;
  const interfere = (request: Request): Response | null => {
    if (isCalm || new URL(request.url).pathname === "/token" || random() >= FAULT_CHANCE) {
      return null;
    }
    const faults = [
      () => refuse(429, "rateLimitExceeded", "Too many requests"),
      () => refuse(403, "userRateLimitExceeded", "User rate limit exceeded"),
      () => refuse(500, "backendError", "Backend Error"),
      () => new Response("<html>Bad Gateway", { status: 502 }),
      () => (server.expireTokens(), null),
      () => (mailbox.forgetHistory(), null),
    ];
    return faults[Math.floor(random() * faults.length)]?.() ?? null;
  };
  const server: GmailServer = startGmailServer({
    mailboxes: [mailbox],
    clock: () => world.now,
    interfere,
    historyPage: 37,
    hasEmptyPages: true,
  });
  const settings = {
    clientId: STAND_IN_CLIENT.id,
    clientSecret: STAND_IN_CLIENT.secret,
    baseUrl: server.url,
  };
  return {
    name: "gmail",
    providers: {
      gmail: createGmailProvider(settings, () => world.now),
      imap: null,
      graph: null,
    },
    secret: () => ({
      refresh_token: server.grant(mailbox),
      access_token: "none",
      expires_at: "2020-01-01T00:00:00Z",
    }),
    address: ADDRESS,
    add(number) {
      mailbox.add({
        raw: composeEmail(number),
        receivedAt: new Date(world.now.getTime() - random() * 86_400_000),
      });
      return Promise.resolve();
    },
    calm: () => void (isCalm = true),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
