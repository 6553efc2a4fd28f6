import { equal, throws } from "node:assert/strict";
import { MailboxError } from "../provider.ts";
import { normalizeHost, readImapCredentials } from "./imap_credentials.ts";

Deno.test("a host has one spelling", () => {
  const spellings: Readonly<Record<string, string | undefined>> = {
    "IMAP.Example.COM": "imap.example.com",
    "imap.example.com.": "imap.example.com",
    "imap.bücher.example": "imap.xn--bcher-kva.example",
    "2130706433": "127.0.0.1",
    "0x7f.1": "127.0.0.1",
    "0177.0.0.1": "127.0.0.1",
    "::ffff:127.0.0.1": "::ffff:7f00:1",
    "[::1]": "::1",
    "imap.example.com:993": undefined,
    "imap.example.com:80": undefined,
    "user@imap.example.com": undefined,
    "imap.example.com/x": undefined,
    "imap example": undefined,
    "fe80::1%eth0": undefined,
    "": undefined,
  };
  for (const [host, expected] of Object.entries(spellings)) {
    equal(normalizeHost(host), expected, host);
  }
});

const COMPLETE = {
  host: "Imap.Example.com",
  port: 993,
  security: "tls",
  username: "ada@example.com",
  password: "secret-word",
};

Deno.test("complete credentials are read", () => {
  equal(readImapCredentials(COMPLETE).host, "imap.example.com");
});

Deno.test("anything else asks to connect again and quotes nothing", () => {
  const broken = [
    null,
    {},
    { ...COMPLETE, security: "none" },
    { ...COMPLETE, port: 0 },
    { ...COMPLETE, password: "secret-word\r\nA1 LOGOUT" },
    { ...COMPLETE, username: "ada\0" },
    { ...COMPLETE, password: "" },
    { ...COMPLETE, extra: 1 },
  ];
  for (const credentials of broken) {
    throws(
      () => readImapCredentials(credentials),
      (error: unknown) =>
        error instanceof MailboxError && error.kind === "reconnect_needed" &&
        !/secret|ada/.test(error.message),
      JSON.stringify(credentials),
    );
  }
});
