import { Buffer } from "node:buffer";
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { createRandom } from "../../../../../scripts/lib/random.ts";
import type { Delivery, Dovecot } from "../../../../../scripts/local/dovecot/dovecot_server.ts";
import { testOnDovecot } from "../../../../../scripts/local/testing/test_dovecot.ts";
import { readMessage } from "../../../_email/mod.ts";
import { MailboxDriver } from "../../../email-sync/testing/mailbox_driver.ts";
import {
  MailboxError,
  type MailboxErrorKind,
  type MailboxSession,
  MAX_RAW_BYTES,
} from "../provider.ts";
import { createImapProvider } from "./imap_provider.ts";
import { allowAnyAddress } from "./reach_host.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const SINCE = new Date("2026-10-20T12:00:00Z");
const { signal } = new AbortController();
const encoder = new TextEncoder();

type Settings = Parameters<typeof createImapProvider>[0];

function loginOf({ tlsPort, starttlsPort, password }: Dovecot, username: string) {
  return {
    tls: { host: "localhost", port: tlsPort, security: "tls", username, password },
    starttls: { host: "localhost", port: starttlsPort, security: "starttls", username, password },
  };
}

function settingsOf({ tlsPort, starttlsPort, authority }: Dovecot): Settings {
  return {
    findAddresses: allowAnyAddress,
    ports: [tlsPort, starttlsPort],
    caCertificates: [authority],
  };
}

function openAt(settings: Settings, credentials: unknown): Promise<MailboxSession> {
  return createImapProvider(settings, () => NOW).open(credentials, {
    address: "Owner@Example.com",
    signal,
    saveSecret: () => Promise.reject(new Error("IMAP never changes its password.")),
  });
}

const openTls = (dovecot: Dovecot, user: string) =>
  openAt(settingsOf(dovecot), loginOf(dovecot, user).tls);

function makeEmail(number: number, body = "Hello.", options: Partial<Delivery> = {}): Delivery {
  const raw = encoder.encode(
    `From: Ada <ada@example.org>\r\nTo: owner@example.com\r\nSubject: Email ${number}\r\n` +
      `Message-ID: <${number}@example.org>\r\n\r\n${body}\r\n`,
  );
  const receivedAt = new Date(NOW.getTime() - (10_000 - number) * 60_000);
  return { name: `1700${String(number).padStart(6, "0")}.x`, raw, receivedAt, ...options };
}

const failsAs = (kind: MailboxErrorKind, message: RegExp) => (error: unknown) => {
  ok(error instanceof MailboxError, String(error));
  equal(error.kind, kind, error.message);
  ok(message.test(error.message), error.message);
  return true;
};

const equals = (one: Uint8Array, other?: Uint8Array) =>
  other !== undefined && Buffer.compare(one, other) === 0;

async function readPage(session: MailboxSession, ids: readonly { readonly id: string }[]) {
  const subjects: string[] = [];
  for (const ref of ids) {
    const message = await session.fetchMessage(ref, signal);
    const reading = message === null ? null : await readMessage(message.raw, message.receivedAt);
    subjects.push(reading?.ok ? reading.email.subject : "gone");
  }
  return subjects;
}

for (const security of ["tls", "starttls"] as const) {
  testOnDovecot(`a mailbox is read over ${security}, newest first`, async (dovecot, user) => {
    const inbox = await dovecot.maildir(user);
    await inbox.deliver([makeEmail(1), makeEmail(2), makeEmail(3)]);
    const credentials = loginOf(dovecot, user)[security];
    await using session = await openAt(settingsOf(dovecot), credentials);
    equal(session.address, "owner@example.com");
    const cursor = await session.start(signal);
    const old = await session.listOld(null, SINCE, 10, signal);
    deepEqual(await readPage(session, old.refs), ["Email 3", "Email 2", "Email 1"]);
    equal(old.more, false);
    deepEqual(await session.listNew(cursor, 10, signal), { refs: [], cursor, more: false });
  });

  testOnDovecot(
    `${security} with an untrusted certificate sends no password`,
    async (dovecot, user) => {
      const settings = { ...settingsOf(dovecot), caCertificates: [] };
      await rejects(
        openAt(settings, loginOf(dovecot, user)[security]),
        failsAs("temporary", /certificate is not trusted.+password was not sent/),
      );
    },
  );
}

testOnDovecot("a certificate for another name sends no password", async (dovecot, user) => {
  const settings = { ...settingsOf(dovecot), findAddresses: () => Promise.resolve(["127.0.0.1"]) };
  const credentials = { ...loginOf(dovecot, user).tls, host: "imap.example.com" };
  await rejects(openAt(settings, credentials), failsAs("temporary", /is for another name/));
});

testOnDovecot("a wrong password asks to connect again", async (dovecot, user) => {
  const credentials = { ...loginOf(dovecot, user).starttls, password: "wrong" };
  await rejects(
    openAt(settingsOf(dovecot), credentials),
    failsAs("reconnect_needed", /rejects the user name or password/),
  );
});

testOnDovecot("300 emails are stored once each, wherever reading is cut", async (dovecot, user) => {
  const numbers = Array.from({ length: 300 }, (_, at) => at + 1);
  const inbox = await dovecot.maildir(user);
  await inbox.deliver(numbers.slice(0, 200).map((number) => makeEmail(number)));
  const sent = await dovecot.maildir(user, dovecot.sentMaildir);
  await sent.deliver(numbers.slice(200, 270).map((number) => makeEmail(number)));
  const driver = new MailboxDriver({
    provider: createImapProvider(settingsOf(dovecot), () => NOW),
    address: "owner@example.com",
    credentials: loginOf(dovecot, user).tls,
    since: SINCE,
    random: createRandom(15),
    cutChance: 0.05,
    limit: 25,
  });
  await driver.readAll();
  await inbox.deliver(numbers.slice(270, 290).map((number) => makeEmail(number)));
  await sent.deliver(numbers.slice(290).map((number) => makeEmail(number)));
  await driver.readAll();
  const ids = numbers.map((number) => `${number}@example.org`);
  deepEqual([...driver.stored.keys()].sort(), ids.sort());
  ok(driver.cuts > 5, `only ${driver.cuts} cuts`);
  equal(driver.messages.get("250@example.org")?.outbound, true);
  equal(driver.messages.get("295@example.org")?.outbound, true);
  equal(driver.messages.get("20@example.org")?.outbound, null);
});

testOnDovecot(
  "a folder that is numbered anew ends the cursor, and all is found again",
  async (dovecot, user) => {
    const inbox = await dovecot.maildir(user);
    await inbox.deliver([makeEmail(1), makeEmail(2)]);
    await using before = await openTls(dovecot, user);
    const cursor = await before.start(signal);
    const { refs: [first] } = await before.listOld(null, SINCE, 10, signal);
    await inbox.renumber(1_800_000_000);
    await using after = await openTls(dovecot, user);
    await rejects(after.listNew(cursor, 10, signal), failsAs("cursor_expired", /made anew/));
    ok(first !== undefined);
    equal(await after.fetchMessage(first, signal), null);
    const anew = await after.listOld(null, SINCE, 10, signal);
    deepEqual(await readPage(after, anew.refs), ["Email 2", "Email 1"]);
  },
);

testOnDovecot("drafts, deleted, junk, filed and old emails are left out", async (dovecot, user) => {
  const inbox = await dovecot.maildir(user);
  await inbox.deliver([
    makeEmail(1, "Old.", { receivedAt: new Date("2026-10-01T12:00:00Z") }),
    makeEmail(2, "Draft.", { flags: "D" }),
    makeEmail(3, "Deleted.", { flags: "T" }),
    makeEmail(4),
  ]);
  for (const [at, folder] of ["Drafts", "Junk", "Trash", "Archive"].entries()) {
    await (await dovecot.maildir(user, folder)).deliver([makeEmail(10 + at)]);
  }
  await using session = await openTls(dovecot, user);
  const { refs } = await session.listOld(null, SINCE, 10, signal);
  deepEqual(await readPage(session, refs), ["Email 4"]);
});

testOnDovecot(
  "an email that is deleted after it was listed is passed over",
  async (dovecot, user) => {
    const inbox = await dovecot.maildir(user);
    const emails = [makeEmail(1), makeEmail(2), makeEmail(3)];
    await inbox.deliver(emails);
    await using session = await openTls(dovecot, user);
    const { refs } = await session.listOld(null, SINCE, 10, signal);
    await inbox.remove(emails[1]?.name ?? "");
    deepEqual(await readPage(session, refs), ["Email 3", "gone", "Email 1"]);
  },
);

testOnDovecot("emails of 1 to 8 MB arrive whole", async (dovecot, user) => {
  const inbox = await dovecot.maildir(user);
  const sizes = [1_048_575, 1_048_576, 1_048_577, 5_000_000, MAX_RAW_BYTES];
  const emails = sizes.map((size, at) => {
    const { raw: head, ...email } = makeEmail(at);
    const raw = new Uint8Array(size);
    raw.set(head);
    for (let place = head.length; place < size - 2; place += 1) raw[place] = 97 + place % 26;
    raw.set([13, 10], size - 2);
    return { ...email, raw };
  });
  await inbox.deliver(emails);
  await using session = await openTls(dovecot, user);
  const { refs } = await session.listOld(null, SINCE, 10, signal);
  for (const [at, ref] of refs.toReversed().entries()) {
    const message = await session.fetchMessage(ref, signal);
    ok(message !== null && !message.shortened);
    ok(message.raw.length === sizes[at] && equals(message.raw, emails[at]?.raw), String(sizes[at]));
  }
});

testOnDovecot("an email of 25 MB comes without its attachments", async (dovecot, user) => {
  const inbox = await dovecot.maildir(user);
  const attachment = `${"QUJD".repeat(19)}\r\n`.repeat(330_000);
  const email = makeEmail(1);
  const raw = encoder.encode(
    "From: Ada <ada@example.org>\r\nSubject: =?utf-8?Q?Gro=C3=9F?=\r\n" +
      "Message-ID: <large@example.org>\r\nMIME-Version: 1.0\r\n" +
      'Content-Type: multipart/mixed; boundary="outer"\r\n\r\n--outer\r\n' +
      'Content-Type: multipart/alternative; boundary="inner"\r\n\r\n--inner\r\n' +
      "Content-Type: text/plain; charset=iso-8859-1\r\n" +
      "Content-Transfer-Encoding: quoted-printable\r\n\r\nSch=F6ne Gr=FC=DFe\r\n--inner\r\n" +
      "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Hallo</p>\r\n--inner--\r\n--outer\r\n" +
      'Content-Type: application/pdf; name="Plan.pdf"\r\n' +
      'Content-Disposition: attachment; filename="Plan.pdf"\r\n' +
      `Content-Transfer-Encoding: base64\r\n\r\n${attachment}--outer--\r\n`,
  );
  ok(raw.length > 25_000_000);
  await inbox.deliver([{ ...email, raw }]);
  await using session = await openTls(dovecot, user);
  const { refs: [ref] } = await session.listOld(null, SINCE, 10, signal);
  const message = ref === undefined ? null : await session.fetchMessage(ref, signal);
  ok(message?.shortened);
  ok(message.raw.length < 5_000 && message.raw.length < MAX_RAW_BYTES);
  const reading = await readMessage(message.raw, message.receivedAt);
  ok(reading.ok);
  equal(reading.email.subject, "Groß");
  equal(reading.email.providerMessageId, "large@example.org");
  equal(reading.email.bodyText?.trim(), "Schöne Grüße");
  const [plan, ...others] = reading.email.attachments;
  deepEqual([plan?.name, plan?.type, others], ["Plan.pdf", "application/pdf", []]);
  ok(Math.abs((plan?.size ?? 0) - 330_000 * 57) < 1_000, String(plan?.size));
});
