import { createImapProvider } from "../../../supabase/functions/email-sync/providers/imap/imap_provider.ts";
import { allowAnyAddress } from "../../../supabase/functions/email-sync/providers/imap/reach_host.ts";
import { createRandom } from "../../lib/random.ts";
import type { Dovecot } from "../../local/dovecot/dovecot_server.ts";
import type { CutCase } from "./cut_case.ts";
import { composeEmail } from "./emails.ts";
import type { SyncWorld } from "./sync_world.ts";

/** How likely the server numbers its emails anew when one comes. */
const RENUMBER_CHANCE = 0.002;

/** A mailbox on a real Dovecot that now and then numbers its emails anew. */
export async function createImapCase(
  world: SyncWorld,
  dovecot: Dovecot,
  seed: number,
): Promise<CutCase> {
  const random = createRandom(seed);
  const user = `bench-${seed}`;
  const inbox = await dovecot.maildir(user);
  const start = world.now.getTime();
  let uidValidity = 2_000_000_000;
  const { tlsPort, starttlsPort, authority, password } = dovecot;
  return {
    name: "imap",
    providers: {
      gmail: null,
      imap: createImapProvider({
        findAddresses: allowAnyAddress,
        ports: [tlsPort, starttlsPort],
        caCertificates: [authority],
      }, () => world.now),
      graph: null,
    },
    address: "owner@example.com",
    secret: () => ({
      host: "localhost",
      port: tlsPort,
      security: "tls",
      username: user,
      password,
    }),
    async add(number) {
      await inbox.deliver([{
        name: `1700${String(number).padStart(6, "0")}.x`,
        raw: new TextEncoder().encode(composeEmail(number)),
        receivedAt: new Date(start + number * 1_000),
      }]);
      if (random() < RENUMBER_CHANCE) await inbox.renumber(++uidValidity);
    },
    calm() {},
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
