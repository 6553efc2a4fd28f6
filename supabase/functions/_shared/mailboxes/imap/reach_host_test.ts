import { deepEqual, rejects } from "node:assert/strict";
import { MailboxError } from "../provider.ts";
import { createAddressFinder, findPublicAddresses } from "./reach_host.ts";

const isPrivate = (error: unknown) =>
  error instanceof MailboxError && error.kind === "temporary" &&
  /private address/.test(error.message);

Deno.test("a host is reached by the addresses that were checked", async () => {
  const resolve = () => Promise.resolve(["93.184.215.14", "2606:4700::1111"]);
  deepEqual(await findPublicAddresses("imap.example.com", resolve), await resolve());
});

Deno.test("one private address among public ones is enough to be refused", async () => {
  for (const address of ["127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "fd00::1"]) {
    const resolve = () => Promise.resolve(["93.184.215.14", address]);
    await rejects(findPublicAddresses("rebind.example.com", resolve), isPrivate, address);
  }
});

Deno.test("an address instead of a name is checked without being resolved", async () => {
  const resolve = () => Promise.reject(new Error("must not be asked"));
  await rejects(findPublicAddresses("127.0.0.1", resolve), isPrivate);
  await rejects(findPublicAddresses("::1", resolve), isPrivate);
  deepEqual(await findPublicAddresses("93.184.215.14", resolve), ["93.184.215.14"]);
});

Deno.test("an unknown name is a temporary failure", async () => {
  const failsWith = (text: RegExp) => (error: unknown) =>
    error instanceof MailboxError && error.kind === "temporary" && text.test(error.message);
  await rejects(
    findPublicAddresses("nowhere.example", () => Promise.reject(new Error("NXDOMAIN"))),
    failsWith(/was not found/),
  );
  await rejects(
    findPublicAddresses("empty.example", () => Promise.resolve([])),
    failsWith(/has no address/),
  );
});

Deno.test("hosts that the operator names are reached by their names, others are checked", async () => {
  const find = createAddressFinder(["imap.internal", "127.0.0.1"]);
  deepEqual(await find("127.0.0.1"), ["127.0.0.1"]);
  deepEqual(await find("imap.internal"), ["imap.internal"]);
  await rejects(find("127.0.0.2"), isPrivate);
});
