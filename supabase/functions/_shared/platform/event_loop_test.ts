import assert from "node:assert/strict";
import { letRequestsGoOn } from "./event_loop.ts";

Deno.test("a request is answered while a computation goes on that pauses for it", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response("here"),
  );
  let answer: string | null = null;
  const request = fetch(`http://127.0.0.1:${server.addr.port}`).then(async (response) => {
    answer = await response.text();
  });
  for (let pause = 0; answer === null && pause < 1_000; pause++) await letRequestsGoOn();
  assert.equal(answer, "here");
  await request;
});
