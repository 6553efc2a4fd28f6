// deno-lint-ignore-file no-console -- a skipped test says why
import { findDovecot } from "../dovecot/dovecot_install.ts";
import { type Dovecot, startDovecot } from "../dovecot/dovecot_server.ts";

const search = await findDovecot();
const isSkipped = !search.found && Deno.env.get("CI") !== "true";
let server: Dovecot | undefined;

if (isSkipped) {
  console.warn(`Tests of IMAP on a real server are skipped: ${search.problem}`);
} else {
  Deno.test.beforeAll(async () => {
    if (!search.found) throw new Error(search.problem);
    server = await startDovecot(search.program);
  });
  Deno.test.afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });
}

/**
 * Registers a test on a Dovecot that the tests of one file share; each has a user of its own, named
 * in `user`. Without Dovecot it is ignored and the reason printed; with CI=true it fails instead.
 */
export function testOnDovecot(
  name: string,
  body: (dovecot: Dovecot, user: string) => Promise<void>,
): void {
  Deno.test({
    name,
    ignore: isSkipped,
    fn: async () => {
      if (server === undefined) throw new Error("The Dovecot of this file is not running.");
      await body(server, `user-${crypto.randomUUID()}`);
    },
  });
}
