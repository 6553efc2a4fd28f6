import assert from "node:assert/strict";
import { join } from "node:path";
import { CommandError } from "../lib/command.ts";
import { type Stack, startStack } from "./stack.ts";
import { FIXTURE_MIGRATIONS } from "./testing/databases.ts";

const EVERYTHING = { migrationsFolder: FIXTURE_MIGRATIONS, functions: [] };

Deno.test("a stack that keeps its data has them, its keys and its users at the next start", async (t) => {
  const folder = await Deno.makeTempDir();
  const keptFolder = join(folder, "kept");
  try {
    const first = await startStack({ ...EVERYTHING, keptFolder });
    const { publishableKey, secretKey, cronSecret } = first;
    const token = await signUp(first);
    await first.database.exec("insert into public.notes (id) values (1)");

    await t.step(
      "two stacks never share the data",
      () =>
        assert.rejects(startStack({ ...EVERYTHING, keptFolder }), (error) => {
          assert.ok(error instanceof CommandError);
          assert.match(error.message, /uses the kept data in .+Stop it first/);
          return true;
        }),
    );
    await first.stop();

    await using second = await startStack({ ...EVERYTHING, keptFolder });
    await t.step("data and keys are the same", async () => {
      const rows = await second.database.query("select id from public.notes");
      assert.deepEqual(rows, [{ id: 1 }]);
      assert.deepEqual(
        [second.publishableKey, second.secretKey, second.cronSecret],
        [publishableKey, secretKey, cronSecret],
      );
    });
    await t.step("postgres is still no superuser, and a migration can follow", async () => {
      const [role] = await second.database.query(
        "select rolsuper from pg_roles where rolname = current_user",
      );
      assert.deepEqual(role, { rolsuper: false });
      await second.database.exec("create table public.later (id integer)");
    });
    await t.step("Vault knows the new address of the project", async () => {
      const secrets = await second.database.query(
        "select decrypted_secret as url from vault.decrypted_secrets where name = 'project_url'",
      );
      assert.deepEqual(secrets, [{ url: second.url }]);
    });
    await t.step("a user who signed up before is still signed in", async () => {
      const response = await fetch(`${second.url}/auth/v1/user`, {
        headers: { apikey: publishableKey, authorization: `Bearer ${token}` },
      });
      assert.equal((await response.json()).email, "sam@example.com");
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function signUp(stack: Stack): Promise<string> {
  const response = await fetch(`${stack.url}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: stack.publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email: "sam@example.com", password: "correct horse" }),
  });
  return (await response.json()).access_token;
}
