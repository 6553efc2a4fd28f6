import assert from "node:assert/strict";
import {
  canChange,
  canRemove,
  describeNewToken,
  describeToken,
  describeTokenState,
  listRolesToGive,
} from "./rules.ts";
import type { Member, Members, Role, Token } from "./shapes.ts";

const member = (role: Role, id: string = role): Member => ({ user_id: id, role, email: null });
const asked = (role: Role, owners = 2): Members => ({
  role,
  user_id: role,
  owners,
  count: 4,
  members: [],
});
const TOKEN: Token = {
  id: "t",
  name: "CI",
  scopes: ["tasks", "mail"],
  task_types: null,
  created_at: "2026-01-01T00:00:00Z",
  expires_at: null,
  last_used_at: null,
  revoked_at: null,
  is_live: true,
};

Deno.test("owners change everybody, admins all but owners, others nobody", () => {
  const changes = (caller: Role) =>
    (["viewer", "member", "admin", "owner"] as const)
      .filter((role) => canChange(asked(caller), member(role, "other")));
  assert.deepEqual(changes("owner"), ["viewer", "member", "admin", "owner"]);
  assert.deepEqual(changes("admin"), ["viewer", "member", "admin"]);
  assert.deepEqual(changes("member"), []);
  assert.deepEqual(listRolesToGive("admin"), ["viewer", "member", "admin"]);
  assert.deepEqual(listRolesToGive("viewer"), []);
});

Deno.test("everybody may leave, but the last owner", () => {
  assert.ok(canRemove(asked("viewer"), member("viewer")));
  assert.ok(!canRemove(asked("viewer"), member("member")));
  assert.ok(!canRemove(asked("owner", 1), member("owner")));
  assert.ok(!canChange(asked("owner", 1), member("owner")));
  assert.ok(canRemove(asked("owner", 2), member("owner")));
});

Deno.test("a token says what it will allow before it is made", () => {
  assert.equal(
    describeNewToken({ name: "CI", scope: "tasks", taskType: "email_sync", days: 90 }),
    "“CI” may log tasks and read them, of the type “email sync” alone, in this workspace alone, for 90 days.",
  );
  assert.equal(
    describeNewToken({ name: "Mail", scope: "mail", taskType: "", days: 0 }),
    "“Mail” may send emails in, in this workspace alone, until it is revoked.",
  );
});

Deno.test("a token says what it allows and whether it works", () => {
  const now = Date.parse("2026-06-01T00:00:00Z");
  assert.equal(describeToken(TOKEN), "tasks, emails");
  assert.equal(
    describeToken({ ...TOKEN, scopes: ["ping"], task_types: ["email_sync"] }),
    "ping: email sync",
  );
  assert.equal(describeTokenState(TOKEN, now), "works");
  assert.equal(
    describeTokenState({ ...TOKEN, revoked_at: "2026-05-01T00:00:00Z" }, now),
    "revoked",
  );
  assert.equal(
    describeTokenState({ ...TOKEN, expires_at: "2026-05-01T00:00:00Z" }, now),
    "expired",
  );
  assert.match(describeTokenState({ ...TOKEN, is_live: false }, now), /^rests/);
});
