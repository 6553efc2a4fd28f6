import { GmailMailbox } from "../local/gmail/gmail_mailbox.ts";
import {
  type GmailServer,
  STAND_IN_CLIENT,
  startGmailServer,
} from "../local/gmail/gmail_server.ts";

/** A Gmail of this machine with one mailbox, and what functions are told to reach it. */
export interface StandIn extends AsyncDisposable {
  readonly server: GmailServer;
  readonly mailbox: GmailMailbox;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a stand-in whose mailbox has an email already. */
export function startStandIn(): StandIn {
  const mailbox = new GmailMailbox("you@harbour-bakery.example");
  const server = startGmailServer({ mailboxes: [mailbox] });
  mailbox.add({ raw: composeSample(new Date()) });
  return {
    server,
    mailbox,
    env: {
      GOOGLE_CLIENT_ID: STAND_IN_CLIENT.id,
      GOOGLE_CLIENT_SECRET: STAND_IN_CLIENT.secret,
      GOOGLE_BASE_URL: server.url,
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function composeSample(now: Date): string {
  return [
    "Message-ID: <tasting-menu@restaurant.example>",
    `Date: ${now.toUTCString()}`,
    "From: Mara Lindqvist <mara@restaurant.example>",
    "To: you@harbour-bakery.example",
    "Subject: Bread for our tasting menu",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Good morning,",
    "",
    "could you send me an offer for 40 sourdough loaves a day by Friday? Our budget is 2,400 EUR a",
    "month.",
    "",
    "Best regards",
    "Mara Lindqvist",
    "Head chef",
    "",
  ].join("\r\n");
}
