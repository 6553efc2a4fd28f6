import { fileURLToPath } from "node:url";
import { readDeno } from "../../lib/run_program.ts";
import { GmailMailbox } from "../../local/gmail/gmail_mailbox.ts";
import { STAND_IN_CLIENT, startGmailServer } from "../../local/gmail/gmail_server.ts";
import { composeEmail } from "./emails.ts";

const READER = fileURLToPath(new URL("./read_large.ts", import.meta.url));
const ATTACHMENT_BYTES = 25 * 1_024 * 1_024;

/** How a process that reads mailboxes grows over a message of 25 MB, in MB over its idle size. */
export async function measureLargeMessage(): Promise<number> {
  const mailbox = new GmailMailbox("us@example.com");
  const small = mailbox.add({ raw: composeEmail(1) });
  const large = mailbox.add({ raw: composeLarge() });
  await using server = startGmailServer({ mailboxes: [mailbox] });
  return Number(
    await readDeno(["run", "-A", READER], {
      env: {
        BASE_URL: server.url,
        CLIENT_ID: STAND_IN_CLIENT.id,
        CLIENT_SECRET: STAND_IN_CLIENT.secret,
        REFRESH_TOKEN: server.grant(mailbox),
        SMALL: small.id,
        LARGE: large.id,
      },
    }),
  );
}

function composeLarge(): Uint8Array {
  const head = [
    "Message-ID: <large@example.org>",
    "From: Client <client@example.org>",
    "To: us@example.com",
    "Subject: The plans",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="part"',
    "",
    "--part",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Here are the plans.",
    "--part",
    "Content-Type: application/pdf",
    'Content-Disposition: attachment; filename="plans.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    "",
  ].join("\r\n");
  const encoder = new TextEncoder();
  const message = new Uint8Array(ATTACHMENT_BYTES).fill(0x41);
  for (let at = 76; at < message.length; at += 78) message.set([0x0d, 0x0a], at);
  message.set(encoder.encode(head), 0);
  const end = encoder.encode("\r\n--part--\r\n");
  message.set(end, message.length - end.length);
  return message;
}
