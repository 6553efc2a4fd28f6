import assert from "node:assert/strict";
import { createApp } from "./app.ts";
import type { MailboxDeps } from "./deps.ts";

/** An app whose store must not be asked. */
function createIdle(): ReturnType<typeof createApp> {
  const deps = {
    env: {
      cronSecrets: [],
      secretKeys: {},
      corsOrigins: [],
      supabaseUrl: "https://project.example",
      mailboxRedirectUrls: [],
    },
    store: {},
    log() {},
  };
  return createApp(deps as unknown as MailboxDeps);
}

Deno.test("the guide has every route of the function, and no other", async () => {
  const page = await Deno.readTextFile(
    new URL("../../../docs/guides/mailboxes.md", import.meta.url),
  );
  const written = page.matchAll(/^\| `([A-Z]+) (\/[^`?]*)/gm)
    .map(([, method, path]) => `${method} ${path}`).toArray();
  const real = createIdle().routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/mailboxes"))
    .map(({ method, path }) => {
      const inner = path.slice("/mailboxes".length).replace(":id", "{id}");
      return `${method} ${inner || "/"}`;
    });
  assert.deepEqual(written.sort(), [...new Set(real)].sort());
});

Deno.test("a caller without a credential is rejected before anything is asked or parsed", async () => {
  const app = createIdle();
  for (const path of ["", "/confirm", "/x/pause"]) {
    const answer = await app.request(`http://x/mailboxes${path}`, {
      method: "POST",
      body: "{ no json",
    });
    assert.equal(answer.status, 401, path);
  }
});

Deno.test("a state that cannot be one is not looked up", async () => {
  const answer = await createIdle().request("http://x/mailboxes/callback?state=x&code=y");
  assert.equal(answer.status, 422);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.match(await answer.text(), /used before or is older than ten minutes/);
});
