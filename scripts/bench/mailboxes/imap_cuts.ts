import { createRandom } from "../../lib/random.ts";
import type { Dovecot } from "../../local/dovecot/dovecot_server.ts";
import { createImapProvider } from "../../../supabase/functions/_shared/mailboxes/imap/imap_provider.ts";
import { allowAnyAddress } from "../../../supabase/functions/_shared/mailboxes/imap/reach_host.ts";
import type { CutCase } from "./cut_case.ts";
import { startCuttingProxy } from "./cutting_proxy.ts";
import { composeEmail } from "./emails.ts";
import type { SyncWorld } from "./sync_world.ts";

const ADDRESS = "us@example.com";
/** How likely a connection breaks. */
const BREAK_CHANCE = 0.3;
/** How likely the inbox is numbered anew when an email arrives. */
const RENUMBER_CHANCE = 0.01;

/** A mailbox on a real server, on the way to which connections break. */
export async function createImapCase(
  world: SyncWorld,
  dovecot: Dovecot,
  seed: number,
): Promise<CutCase> {
  const random = createRandom(seed);
  const proxy = startCuttingProxy(dovecot.tlsPort, { random, chance: BREAK_CHANCE });
  const user = `user-${crypto.randomUUID()}`;
  const inbox = await dovecot.maildir(user);
  const sent = await dovecot.maildir(user, dovecot.sentMaildir);
  let uidValidity = 1_800_000_000;
  return {
    name: "imap",
    address: ADDRESS,
    providers: {
      gmail: null,
      imap: createImapProvider({
        findAddresses: allowAnyAddress,
        ports: [proxy.port],
        caCertificates: [dovecot.authority],
      }, () => world.now),
      graph: null,
    },
    secret: () => ({
      host: "localhost",
      port: proxy.port,
      security: "tls",
      username: user,
      password: dovecot.password,
    }),
    async add(number) {
      const folder = number % 4 === 0 ? sent : inbox;
      await folder.deliver([{
        name: `1700${String(number).padStart(8, "0")}.x`,
        raw: new TextEncoder().encode(composeEmail(number)),
        receivedAt: new Date(world.now.getTime() - random() * 80_000_000),
      }]);
      if (random() < RENUMBER_CHANCE) await inbox.renumber(uidValidity += 1);
    },
    calm: () => proxy.calm(),
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}
