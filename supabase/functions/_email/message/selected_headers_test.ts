import assert from "node:assert/strict";
import { selectHeaders } from "./selected_headers.ts";

Deno.test("selected fields are kept in lower case, the first of a repeated one", () => {
  assert.deepEqual(
    selectHeaders([
      ["List-Id", "Bakers <bakers.example.org>"],
      ["Precedence", "bulk"],
      ["precedence", "list"],
      ["Authorization", "secret"],
      ["Reply-To", "  "],
    ]),
    { "list-id": "Bakers <bakers.example.org>", precedence: "bulk" },
  );
});

Deno.test("a value is cut to 1,000 characters", () => {
  assert.equal(selectHeaders([["Content-Type", "x".repeat(5_000)]])["content-type"]?.length, 1_000);
});
