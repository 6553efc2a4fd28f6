import { equal, ok } from "node:assert/strict";
import { toMailboxError } from "./imap_errors.ts";

const fail = (properties: object) => Object.assign(new Error("Command failed"), properties);
const refuseLogin = (serverResponseCode: string, response: string) =>
  toMailboxError(fail({ authenticationFailed: true, serverResponseCode, response }));

Deno.test("a rejected login asks to connect again", () => {
  equal(refuseLogin("AUTHENTICATIONFAILED", "Authentication failed.").kind, "reconnect_needed");
  equal(refuseLogin("", "LOGIN failed.").kind, "reconnect_needed");
  equal(refuseLogin("REFERRAL", "imap://evil.example/").kind, "reconnect_needed");
});

Deno.test("a login that cannot be decided now is tried again", () => {
  equal(refuseLogin("UNAVAILABLE", "Temporary authentication failure.").kind, "temporary");
  equal(refuseLogin("", "Internal error, please try again").kind, "temporary");
  equal(refuseLogin("LIMIT", "Too many connections").kind, "back_off");
  equal(refuseLogin("", "Too many login attempts").kind, "back_off");
});

Deno.test("a server that throttles says for how long", () => {
  const error = toMailboxError(fail({ code: "ETHROTTLE", throttleReset: 92_415 }));
  equal(error.kind, "back_off");
  equal(error.retryAfterSeconds, 93);
});

Deno.test("neither message nor cause repeats the server or the command", () => {
  const error = toMailboxError(fail({
    code: "NoConnection",
    responseText: "secret-of-server",
    executedCommand: 'A1 LOGIN "ada@example.com"',
  }));
  equal(error.kind, "temporary");
  const told = `${error.message} ${Deno.inspect(error.cause)}`;
  ok(told.includes("NoConnection"));
  ok(!/secret|ada@|LOGIN/.test(told), told);
});
