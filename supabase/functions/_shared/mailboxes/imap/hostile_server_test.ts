import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { makeCertificates } from "../../../../../scripts/local/dovecot/certificates.ts";
import { findDovecot } from "../../../../../scripts/local/dovecot/dovecot_install.ts";
import { type Say, type Script, startScripted } from "../testing/scripted_server.ts";
import { MailboxError, type MailboxSession } from "../provider.ts";
import { createImapProvider } from "./imap_provider.ts";
import { allowAnyAddress } from "./reach_host.ts";

const PASSWORD = "correct-horse-battery";
const SINCE = new Date("2026-11-01T00:00:00Z");
const CAPABILITIES = "IMAP4rev1 AUTH=PLAIN SASL-IR";

/** What the test's client is made with. */
interface Client {
  readonly security?: "tls" | "starttls";
  readonly caCertificates?: readonly string[];
  readonly connectMs?: number;
  readonly commandMs?: number;
  readonly signal?: AbortSignal;
}

function open(port: number, client: Client = {}): Promise<MailboxSession> {
  const { security = "starttls", caCertificates = [], connectMs = 20_000 } = client;
  const { commandMs = 20_000 } = client;
  const provider = createImapProvider({
    ...{ findAddresses: allowAnyAddress, ports: [port], caCertificates, connectMs, commandMs },
  });
  const credentials = { host: "localhost", port, security, username: "ada", password: PASSWORD };
  return provider.open(credentials, {
    address: "ada@example.com",
    signal: client.signal ?? new AbortController().signal,
    saveSecret: () => Promise.resolve(),
  });
}

/** A server in plain text that offers STARTTLS, but for what a test changes. */
function plainScript(changes: Partial<Script> & { readonly capabilities?: string }): Script {
  return {
    greet: changes.greet ?? ((say) => say("* OK ready\r\n")),
    answer: async (tag, command, say) => {
      if (command === "CAPABILITY") {
        const capabilities = changes.capabilities ?? `${CAPABILITIES} STARTTLS`;
        await say(`* CAPABILITY ${capabilities}\r\n${tag} OK\r\n`);
      } else if (changes.answer !== undefined) await changes.answer(tag, command, say);
      else await say(`${tag} OK\r\n`);
    },
  };
}

async function flood(say: Say, start: string, piece: string): Promise<void> {
  await say(start);
  const bytes = new TextEncoder().encode(piece.repeat(65_536 / piece.length));
  for (let sent = 0; sent < 64 * 1_024 * 1_024; sent += bytes.length) await say(bytes);
}

const refusals: readonly (readonly [string, Script, RegExp])[] = [
  [
    "STARTTLS is stripped from what it offers",
    plainScript({ capabilities: CAPABILITIES }),
    /does not offer STARTTLS, so the password was not sent/,
  ],
  [
    "commands are put in front of the TLS handshake",
    plainScript({ answer: (tag, _, say) => say(`${tag} OK begin\r\n* OK [ALERT] injected\r\n`) }),
    /before TLS began|No secure connection/,
  ],
  [
    "it says that nobody needs to log in",
    plainScript({ greet: (say) => say("* PREAUTH welcome\r\n") }),
    /password was not sent/,
  ],
  [
    "it goes on in plain text after STARTTLS",
    plainScript({ answer: (tag, _, say) => say(`${tag} OK\r\n`).then(() => say("hello\r\n")) }),
    /before TLS began|No secure connection/,
  ],
  [
    "its line does not end",
    plainScript({ greet: (say) => flood(say, "* OK ", "endless ") }),
    /sent more than it may/,
  ],
  [
    "it announces a text of a gigabyte",
    plainScript({ greet: (say) => flood(say, "* OK {1000000000}\r\n", "x") }),
    /sent more than it may/,
  ],
  [
    "it hangs up at once",
    plainScript({ greet: () => Promise.reject(new Error("hang up")) }),
    /closed the connection|did not/,
  ],
];

for (const [what, script, message] of refusals) {
  Deno.test(`a server is given up when ${what}, and gets no password`, async () => {
    await using server = startScripted(script);
    await rejects(open(server.port), (error: unknown) => {
      ok(error instanceof MailboxError, String(error));
      equal(error.kind, "temporary");
      ok(message.test(error.message), error.message);
      return true;
    });
    ok(
      !server.received.includes(PASSWORD) && !server.received.includes(btoa(`\0ada\0${PASSWORD}`)),
    );
  });
}

Deno.test("a server that says nothing is waited for as long as is set", async () => {
  await using server = startScripted(plainScript({ greet: () => Promise.resolve() }));
  const began = performance.now();
  await rejects(open(server.port, { connectMs: 150 }), /did not (?:greet|answer) in time/);
  ok(performance.now() - began < 10_000);
});

Deno.test("an aborted connection ends at once with the reason", async () => {
  await using server = startScripted(plainScript({ greet: () => Promise.resolve() }));
  const abortion = new AbortController();
  const opening = open(server.port, { signal: abortion.signal });
  setTimeout(() => abortion.abort(new Error("the run ends")), 50);
  await rejects(opening, /the run ends/);
});

Deno.test("only the ports of IMAP are connected to", async () => {
  await using server = startScripted(plainScript({}));
  const provider = createImapProvider({ findAddresses: allowAnyAddress });
  const { port } = server;
  const credentials = { host: "localhost", port, security: "tls", username: "a", password: "b" };
  const { signal } = new AbortController();
  const saveSecret = () => Promise.resolve();
  await rejects(
    provider.open(credentials, { address: "a@example.com", signal, saveSecret }),
    /ports 993 and 143 only/,
  );
  equal(server.received, "");
});

const hasTools = (await findDovecot()).found;

/** Behind TLS and after the login, where certificates can be made. */
function testAfterLogin(
  name: string,
  answer: (tag: string, command: string, say: Say) => Promise<void>,
  body: (session: MailboxSession) => Promise<void>,
  { examinesItself = false, ...client }: Client & { readonly examinesItself?: boolean } = {},
): void {
  Deno.test({
    name,
    ignore: !hasTools && Deno.env.get("CI") !== "true",
    fn: async () => {
      const folder = await Deno.makeTempDir({ prefix: "nightshift-" });
      try {
        const { authority, certificatePath, keyPath } = await makeCertificates(folder);
        const cert = await Deno.readTextFile(certificatePath);
        const key = await Deno.readTextFile(keyPath);
        await using server = startScripted(afterLogin(answer, examinesItself), { cert, key });
        await using session = await open(server.port, {
          ...client,
          security: "tls",
          caCertificates: [authority],
        });
        await body(session);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

function afterLogin(answer: Script["answer"], examinesItself: boolean): Script {
  return {
    greet: (say) => say("* OK ready\r\n"),
    answer: async (tag, command, say) => {
      if (command === "CAPABILITY") await say(`* CAPABILITY ${CAPABILITIES}\r\n${tag} OK\r\n`);
      else if (command.startsWith("LIST") || command.startsWith("LSUB")) {
        await say(`* LIST () "/" INBOX\r\n${tag} OK\r\n`);
      } else if (command.startsWith("EXAMINE") && !examinesItself) {
        const state = "* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 3]\r\n";
        await say(`${state}${tag} OK [READ-ONLY]\r\n`);
      } else await answer(tag, command, say);
    },
  };
}

const { signal } = new AbortController();

testAfterLogin(
  "messages that were not asked for are not taken",
  async (tag, command, say) => {
    if (command.startsWith("UID SEARCH")) await say(`* SEARCH 2 77 4000000000\r\n${tag} OK\r\n`);
    else if (/BODY\.PEEK/.test(command)) {
      const foreign = "* 9 FETCH (UID 77 BODY[]<0> {3}\r\nBad)\r\n";
      await say(`${foreign}* 1 FETCH (UID 2 BODY[]<0> {4}\r\nGood)\r\n${tag} OK\r\n`);
    } else if (command.startsWith("UID FETCH")) {
      const row = (uid: number) => `* 1 FETCH (UID ${uid} FLAGS () RFC822.SIZE 4)\r\n`;
      await say(`${row(77)}${row(2)}${tag} OK\r\n`);
    } else await say(`${tag} OK\r\n`);
  },
  async (session) => {
    const { refs } = await session.listOld(null, SINCE, 10, signal);
    deepEqual(refs, [{ id: "inbox:7:2" }]);
    const message = await session.fetchMessage({ id: "inbox:7:2" }, signal);
    equal(new TextDecoder().decode(message?.raw), "Good");
  },
);

testAfterLogin(
  "a message of a size that was not announced ends the connection, not the memory",
  async (tag, command, say) => {
    if (/BODY\.PEEK/.test(command)) {
      await flood(say, "* 1 FETCH (UID 2 BODY[]<0> {900000000}\r\n", "x");
    } else if (command.startsWith("UID FETCH")) {
      await say(`* 1 FETCH (UID 2 FLAGS () RFC822.SIZE 4)\r\n${tag} OK\r\n`);
    } else await say(`${tag} OK\r\n`);
  },
  async (session) => {
    await rejects(session.fetchMessage({ id: "inbox:7:2" }, signal), /sent more than it may/);
    await rejects(session.fetchMessage({ id: "inbox:7:2" }, signal), /closed the connection/);
  },
);

const examine = (state: string) => (tag: string, command: string, say: Say) =>
  say(command.startsWith("EXAMINE") ? `${state}${tag} OK [READ-ONLY]\r\n` : `${tag} OK\r\n`);

for (const uidNext of ["18446744073709551615", "4294967297", "0", "-7"]) {
  testAfterLogin(
    `a folder whose next UID is ${uidNext} gives no place that cannot be stored`,
    examine(`* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT ${uidNext}]\r\n`),
    async (session) => {
      await rejects(session.start(signal), (error: unknown) => {
        ok(error instanceof MailboxError, String(error));
        equal(error.kind, "temporary");
        return true;
      });
    },
    { examinesItself: true },
  );
}

testAfterLogin(
  "a message that comes byte by byte is waited for as long as a command may take",
  async (tag, command, say) => {
    if (/BODY\.PEEK/.test(command)) {
      await say("* 1 FETCH (UID 2 BODY[]<0> {100000}\r\n");
      for (let sent = 0; sent < 1_000; sent += 1) {
        await say("x");
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    } else if (command.startsWith("UID FETCH")) {
      await say(`* 1 FETCH (UID 2 FLAGS () RFC822.SIZE 100000)\r\n${tag} OK\r\n`);
    } else await say(`${tag} OK\r\n`);
  },
  async (session) => {
    const began = performance.now();
    await rejects(session.fetchMessage({ id: "inbox:7:2" }, signal), /did not answer in time/);
    ok(performance.now() - began < 15_000);
  },
  { commandMs: 400 },
);
