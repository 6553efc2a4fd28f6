// deno-lint-ignore-file no-console -- prints what it measured
/** A process of its own: reads a small message, then a large one, and prints its growth in MB. */
import { createGmailProvider } from "../../../supabase/functions/_shared/mailboxes/gmail/gmail_provider.ts";
import { readFetched } from "../../../supabase/functions/email-sync/run/read_message.ts";

const variable = (name: string) => Deno.env.get(name) ?? "";
const provider = createGmailProvider({
  clientId: variable("CLIENT_ID"),
  clientSecret: variable("CLIENT_SECRET"),
  baseUrl: variable("BASE_URL"),
}, () => new Date());
const { signal } = new AbortController();
await using session = await provider.open({
  refresh_token: variable("REFRESH_TOKEN"),
  access_token: "none",
  expires_at: "2020-01-01T00:00:00Z",
}, { address: "us@example.com", signal, saveSecret: () => Promise.resolve() });

await read(variable("SMALL"));
const idle = Deno.memoryUsage().rss;
let peak = idle;
const timer = setInterval(() => {
  peak = Math.max(peak, Deno.memoryUsage().rss);
}, 2);
const subject = await read(variable("LARGE"));
clearInterval(timer);
peak = Math.max(peak, Deno.memoryUsage().rss);
if (subject !== "The plans") throw new Error("The large message was not read.");
console.log(((peak - idle) / 1_048_576).toFixed(1));

async function read(id: string): Promise<string | undefined> {
  const fetched = await session.fetchMessage({ id }, signal);
  if (fetched === null) throw new Error("The message is not there.");
  const { email } = await readFetched({ id }, fetched, session.address);
  return email?.subject;
}
