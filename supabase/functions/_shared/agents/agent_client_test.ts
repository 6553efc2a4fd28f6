import assert from "node:assert/strict";
import { createAgentClient } from "./agent_client.ts";

Deno.test("an agent's client reads tables, files and users with the secret key", async () => {
  const seen: (readonly (string | null)[])[] = [];
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    ({ url, headers }) => {
      seen.push([new URL(url).pathname, headers.get("apikey"), headers.get("authorization")]);
      return Response.json([]);
    },
  );
  const db = createAgentClient({
    supabaseUrl: `http://127.0.0.1:${server.addr.port}`,
    secretKey: "sb_secret_x",
  });
  await db.from("workspaces").select();
  await db.storage.listBuckets();
  await db.auth.admin.listUsers();
  const key = ["sb_secret_x", "Bearer sb_secret_x"];
  assert.deepEqual(seen, [
    ["/rest/v1/workspaces", ...key],
    ["/storage/v1/bucket", ...key],
    ["/auth/v1/admin/users", ...key],
  ]);
});
