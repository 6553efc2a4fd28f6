import { deepStrictEqual, ok } from "node:assert/strict";
import { simulateDays } from "../../../scripts/bench/rollup/simulate.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

testOnPostgres(
  "on 25 random days with late, moved and deleted emails and changed zones, counted days equal a count from scratch",
  async ({ sql }) => {
    const { compared, ...rest } = await simulateDays(sql, { days: 25, seed: 16 });
    deepStrictEqual(rest, { days: 25, difference: null });
    ok(compared > 200, `only ${compared} rows were compared`);
  },
);
