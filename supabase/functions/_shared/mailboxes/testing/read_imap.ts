// deno-lint-ignore-file no-console -- its output is its answer
/**
 * Reads a mailbox over IMAP and prints the length of each message, as JSON. A program of its own,
 * so that a test can run it on the Deno that functions are hosted on. Input: settings and
 * credentials, as JSON.
 */
import { createImapProvider } from "../imap/imap_provider.ts";
import { allowAnyAddress } from "../imap/reach_host.ts";

const { settings, credentials, since } = JSON.parse(await new Response(Deno.stdin.readable).text());
const { signal } = new AbortController();
const session = await createImapProvider({
  ...settings,
  findAddresses: allowAnyAddress,
}).open(credentials, {
  address: "owner@example.com",
  signal,
  saveSecret: () => Promise.resolve(),
});
const { refs } = await session.listOld(null, new Date(since), 20, signal);
const lengths: number[] = [];
for (const ref of refs) {
  lengths.push((await session.fetchMessage(ref, signal))?.raw.length ?? 0);
}
await session[Symbol.asyncDispose]();
console.log(JSON.stringify({ version: Deno.version.deno, lengths }));
