import { deepEqual, equal } from "node:assert/strict";
import { findInProse } from "./prose_check.ts";
import { keepMarkdownProse, keepSqlComments } from "./texts.ts";
import { findAvoidedWords } from "./words.ts";

const find = (text: string) =>
  findAvoidedWords(text).map(({ offset, message }) => [offset, message]);

Deno.test("an avoided word is found as a whole word, with the word to write", () => {
  deepEqual(find("Mails wait."), [[0, 'instead of "mails" write "emails"']]);
  deepEqual(find("Labelled emails are analysed.").length, 2);
  deepEqual(find("It is refused."), [[6, 'instead of "refused" write "rejected"']]);
  deepEqual(find("A chapter stands alone.").length, 2);
  deepEqual(find("This id is none.").length, 1);
  deepEqual(find("It stands for a value.").length, 0);
});

Deno.test("our words, names, paths, flags, addresses and quoted words are left alone", () => {
  for (
    const text of [
      "Emails wait; there is none.",
      "`mail` and ``a `mail` b``",
      "the flag --mail, examples/mail, mail.example, ada@mail, read_mail, mail()",
      'says "refused" and "the mail"',
      "connection refused",
      "@param mail the text",
      "{@link mail}",
      "https://mail.example/mail",
      "a stand-in, a standstill, a headset",
    ]
  ) deepEqual(find(text), [], text);
});

Deno.test("only the prose of a page counts, and lines stay where they are", () => {
  const page = [
    "# Mail",
    "```sh",
    "send mail",
    "```",
    "a [link](mail.md) and `mail`",
    "one mail",
  ].join("\n");
  deepEqual(
    findInProse("a.md", keepMarkdownProse(page)).map(({ line }) => line),
    [1, 6],
  );
});

Deno.test("of SQL only comments count, in bodies and in comment on, too", () => {
  const sql = [
    "-- one mail",
    "select 'mail', \"mail\" from mail;",
    "create function f() as $$ begin -- a mail",
    "  raise exception 'mail'; end $$;",
    "comment on table t is 'it''s a mail';",
  ].join("\n");
  const prose = keepSqlComments(sql);
  equal(prose.length, sql.length);
  deepEqual(findInProse("a.sql", prose).map(({ line }) => line), [1, 3, 5]);
});
