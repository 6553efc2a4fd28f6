import assert from "node:assert/strict";
import { withFixtureDatabase } from "../testing/databases.ts";
import type { RestHandler } from "../database.ts";
import { createKeys } from "../keys.ts";

Deno.test("the REST layer of the embedded database acts as a hosted project's", async (t) => {
  await withFixtureDatabase(async (database) => {
    const keys = createKeys();
    await database.exec(`
      insert into public.notes (id) select generate_series(1, 1200);
      create function public.whoami() returns jsonb language sql stable
      as $$ select jsonb_build_object('user', current_user, 'session', session_user, 'id', auth.uid()) $$;
      create function public.pause(id integer) returns jsonb language sql volatile as $$
        insert into public.notes (id) values (id);
        select jsonb_build_object('made', count(*)) from public.notes where notes.id = pause.id
      $$;
    `);
    const rest = await database.serveRest(keys);
    const asService = { apikey: keys.secretKey };

    await t.step("an unknown key is rejected", async () => {
      assert.equal((await call(rest, "/rest/v1/notes", { apikey: "sb_secret_guess" })).status, 401);
    });

    await t.step("no more than 1,000 rows come back", async () => {
      const { status, body } = await call(rest, "/rest/v1/notes?select=id", asService);
      assert.equal(status, 200);
      assert.equal(Array.isArray(body) && body.length, 1000);
    });

    await t.step("each key acts as its role, in a session of authenticator", async () => {
      const service = await call(rest, "/rest/v1/rpc/whoami", asService, {});
      assert.deepEqual(service.body, { user: "service_role", session: "authenticator", id: null });
      const anon = await call(rest, "/rest/v1/rpc/whoami", { apikey: keys.publishableKey }, {});
      assert.deepEqual(anon.body, { user: "anon", session: "authenticator", id: null });
    });

    await t.step(
      "grants stay as migrated after a request that met row level security",
      async () => {
        const { status } = await call(rest, "/rest/v1/notes", { apikey: keys.publishableKey });
        assert.equal(status, 401);
        const [row] = await database.query(
          `select has_table_privilege('anon', 'public.notes', 'select') as anon_reads,
          has_table_privilege('authenticated', 'nightshift.machinery', 'select') as users_read`,
        );
        assert.deepEqual(row, { anon_reads: false, users_read: false });
      },
    );

    await t.step("a signed-up user sees own rows only", async () => {
      const headers = { apikey: keys.publishableKey };
      const credentials = { email: "sam@example.com", password: "correct horse" };
      const { body } = await call(rest, "/auth/v1/signup", headers, credentials);
      assert.ok(typeof body === "object" && body !== null && "access_token" in body);
      const asUser = { ...headers, authorization: `Bearer ${body.access_token}` };
      assert.equal((await call(rest, "/rest/v1/notes", asUser, { id: 5000 })).status, 201);
      const own = await call(rest, "/rest/v1/notes?select=id", asUser);
      assert.deepEqual(own.body, [{ id: 5000 }]);
    });

    await t.step("an update without a filter is rejected", async () => {
      const response = await rest(
        new Request("http://localhost/rest/v1/notes", {
          method: "PATCH",
          headers: { ...asService, "content-type": "application/json" },
          body: '{"text":"all"}',
        }),
        "127.0.0.1",
      );
      assert.equal(response.status, 400);
      await response.body?.cancel();
    });

    await t.step("requests at the same time stay out of each other's transactions", async () => {
      const ids = Array.from({ length: 12 }, (_, index) => 6000 + index);
      // Every other one violates the primary key, and its rollback must undo nothing else.
      const answers = await Promise.all(ids.flatMap((id) => [
        call(rest, "/rest/v1/rpc/pause", asService, { id }),
        call(rest, "/rest/v1/rpc/pause", asService, { id: 1 }),
      ]));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 409]));
      const [row] = await database.query(
        "select count(*) as kept from public.notes where id between 6000 and 6011",
      );
      assert.equal(row?.["kept"], 12);
    });

    await t.step("SQL that fails inside a transaction of its own leaves none open", async () => {
      await assert.rejects(
        database.exec("begin; insert into public.notes (id) values (9000); select 1 / 0; commit"),
        /division by zero/,
      );
      const [row] = await database.query(
        "select count(*) as kept from public.notes where id = 9000",
      );
      assert.equal(row?.["kept"], 0);
    });

    await t.step("nothing of this makes the process look as if it had failed", () => {
      assert.equal(Deno.exitCode, 0);
    });
  });
});

async function call(
  rest: RestHandler,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const init = body === undefined
    ? { headers }
    : { method: "POST", headers: { ...headers, "content-type": "application/json" } };
  const request = new Request(`http://localhost${path}`, {
    ...init,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const response = await rest(request, "127.0.0.1");
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}
