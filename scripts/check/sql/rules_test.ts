import { deepEqual, equal } from "node:assert/strict";
import {
  findBareFunctions,
  findLongBodies,
  findLongLines,
  findUnboundedChanges,
  findUpperCase,
} from "./rules.ts";
import { scanSqlDeep } from "./syntax.ts";

const file = "supabase/migrations/1_x.sql";

function linesOf(find: typeof findUpperCase, text: string): (number | undefined)[] {
  return find({ file, text }).map(({ line }) => line);
}

Deno.test("comments, texts, quoted names, psql commands and format marks are no words", () => {
  const text = String.raw`-- UPPER
/* UPPER
UPPER */ select 'it''s UPPER', E'UPPER', "UPPER", ':x' -- UPPER
\ir ../UPPER.sql
, format('%I', $x$ %L $x$);`;
  deepEqual(linesOf(findUpperCase, text), []);
});

Deno.test("a word with a capital is found once a line, in bodies too", () => {
  const text = "SELECT Foo;\ndo $$\nbegin\n  PERFORM 1;\nend $$;";
  deepEqual(findUpperCase({ file, text }), [
    { file, line: 1, message: "write in lower case: SELECT Foo" },
    { file, line: 4, message: "write in lower case: PERFORM" },
  ]);
});

Deno.test("bodies inside bodies keep their line numbers", () => {
  const tokens = scanSqlDeep("do $a$\nexecute $b$\nselect 1 $b$;\n$a$;");
  equal(tokens.find(({ text }) => text === "select")?.line, 3);
});

Deno.test("changes without where are found, wherever they stand", () => {
  for (
    const text of [
      "delete from a.b;",
      "update a.b set c = 1;",
      "update only a.b as x set c = (select 1 from d where true);",
      "with gone as (delete from a.b returning *) select 1 where true;",
      "do $$ begin update a.b set c = 1; perform 1 from d where true; end $$;",
      "create function a.f() returns void language sql as $$ delete from a.b $$; select 1 where true;",
    ]
  ) deepEqual(linesOf(findUnboundedChanges, text), [1], text);
});

Deno.test("changes with where, rights, triggers, locks, policies and upserts are none", () => {
  for (
    const text of [
      "delete from a.b where c;",
      "update a.b x set c = 1 from d where x.e = d.e;",
      "with gone as (delete from a.b where c returning *) select 1;",
      "grant select, update (name), delete on a.b to c;",
      "revoke delete on a.b from c;",
      "create trigger t before insert or update of x on a.b for each row execute function f();",
      "create trigger t after update on a.b execute function f();",
      "create policy p on a.b for update to c using (true);",
      "select 1 from a for update skip locked;",
      "insert into a values (1) on conflict (b) do update set c = excluded.c;",
    ]
  ) deepEqual(linesOf(findUnboundedChanges, text), [], text);
});

Deno.test("a function needs its search path and its comment", () => {
  const good = `create or replace function a.f(p int default abs(1)) returns int
    language sql set search_path = '' as $$ select 1 $$;
    comment on function a.f(int) is 'One.';`;
  deepEqual(findBareFunctions({ file, text: good }), []);
  const bad = `\ncreate function a.g() returns int language sql as $$ set search_path = '' $$;
    comment on function a.f() is 'Another.';`;
  deepEqual(findBareFunctions({ file, text: bad }), [
    { file, line: 2, message: "a.g lacks set search_path = ''" },
    { file, line: 2, message: "a.g has no comment" },
  ]);
});

Deno.test("a search path that is not empty does not count", () => {
  const text = `create function a.f() returns int language sql set search_path = public as $$ $$;
    comment on function a.f() is 'One.';`;
  equal(findBareFunctions({ file, text }).length, 1);
});

const body = (lines: number) => `begin\n${"  perform 1;\n".repeat(lines - 2)}end`;

Deno.test("a body of 81 lines in PL/pgSQL is too long, one of 80 is not", () => {
  const make = (lines: number) =>
    `create function a.f() returns void language plpgsql as $$\n${body(lines)}\n$$;`;
  deepEqual(findLongBodies({ file, text: make(80) }), []);
  deepEqual(findLongBodies({ file, text: `\n${make(81)}` }), [
    { file, line: 2, message: "a.f has 81 lines, more than 80; split it by step" },
  ]);
  equal(findLongBodies({ file, text: `do $$\n${body(81)}\n$$;` }).length, 1);
});

Deno.test("a line of 121 columns is too long", () => {
  deepEqual(findLongLines({ file, text: `${"x".repeat(120)}\n${"ä".repeat(121)}` }), [
    { file, line: 2, message: "has 121 columns, more than 120" },
  ]);
});

Deno.test("a procedure sets no search path, and needs its comment", () => {
  const text = "create procedure a.p() language plpgsql as $$ begin commit; end $$;";
  deepEqual(findBareFunctions({ file, text }), [
    { file, line: 1, message: "a.p has no comment" },
  ]);
  const commented = `${text} comment on procedure a.p() is 'Commits.';`;
  deepEqual(findBareFunctions({ file, text: commented }), []);
});

Deno.test("changes without where are found in loops, in dynamic SQL and in jobs, with their line", () => {
  const text = `create function a.f() returns void language plpgsql as $$
declare r record;
begin
  for r in update a.b set c = 1 returning * loop
    perform 1;
  end loop;
  execute $x$delete from a.d$x$;
end
$$;
select cron.schedule('x', '* * * * *', $y$delete from a.e$y$);`;
  deepEqual(findUnboundedChanges({ file, text }), [
    { file, line: 4, message: "update without where touches every row" },
    { file, line: 7, message: "delete without where touches every row" },
    { file, line: 10, message: "delete without where touches every row" },
  ]);
});
