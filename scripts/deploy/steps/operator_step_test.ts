import { equal, match, rejects } from "node:assert/strict";
import { testOnPostgres } from "../../local/testing/test_database.ts";
import { Facts } from "../facts.ts";
import type { Cli } from "../cli.ts";
import { addOperator } from "./operator_step.ts";

const EMAIL = "Ada@example.com";

testOnPostgres("only an account with a confirmed address becomes an operator", async ({ sql }) => {
  const execute = async (statement: string) => [...await sql.unsafe(statement)];
  // Everything else would ask the platform.
  const cli = { execute } as unknown as Cli;
  const facts = new Facts(cli);
  const step = addOperator({ ref: "abcdefghijklmnopqrst", cli, facts }, EMAIL);
  const lines: string[] = [];
  const apply = () => step.apply((line) => void lines.push(line));

  equal((await step.check(false)).done, false);
  await rejects(apply(), /operator_account_missing: nobody has signed up as ada@example\.com/);
  // Somebody else signs up with her address, before her.
  await sql`insert into auth.users (id, email) values (gen_random_uuid(), 'ada@example.com')`;
  await rejects(apply(), /operator_account_unconfirmed/);
  equal((await sql`select from nightshift.operators`).length, 0);

  await sql`update auth.users set email_confirmed_at = now()`;
  await apply();
  match(lines.join(), /^ada@example\.com is an operator: account \S{36}, signed up on \d{4}-/);
  facts.forget(step.changes);
  equal((await step.check(false)).done, true);
});
