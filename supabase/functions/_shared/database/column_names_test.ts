import assert from "node:assert/strict";
import { fromColumns, toColumns } from "./column_names.ts";

Deno.test("names at the top change, and values stay as they are", () => {
  const headers = { "list-id": "a", "x_y": "b", someName: "c" };
  const row = toColumns({ fromEmail: null, isBulk: true, headers });
  assert.deepEqual(row, { from_email: null, is_bulk: true, headers });
  assert.deepEqual(fromColumns(row), { fromEmail: null, isBulk: true, headers });
  assert.equal(row.headers, headers);
});
