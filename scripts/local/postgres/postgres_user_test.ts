import { deepEqual, equal } from "node:assert/strict";
import { findServerUser, parseUser } from "./postgres_user.ts";

const passwd = `root:x:0:0:root:/root:/bin/bash
toor:x:0:0:another root:/root:/bin/bash
postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
`;

Deno.test("a user is found by name", () => {
  deepEqual(parseUser(passwd, "postgres"), { uid: 101, gid: 104 });
  equal(parseUser(passwd, "nobody"), undefined);
});

Deno.test("root under any name is never taken", () => {
  equal(parseUser(passwd, "root"), undefined);
  equal(parseUser(passwd, "toor"), undefined);
});

Deno.test("a server of ours never runs as root", async () => {
  const user = await findServerUser();
  equal((user?.uid ?? Deno.uid()) === 0, false);
});
