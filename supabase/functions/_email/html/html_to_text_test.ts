import assert from "node:assert/strict";
import fc from "fast-check";
import { htmlToText } from "./html_to_text.ts";
import { MAX_TEXT_UNITS } from "./plain_text.ts";

Deno.test("paragraphs, breaks and entities read as text", () => {
  const html = "<html><head><title>Offer</title></head><body><p>Dear&nbsp;Ms&nbsp;Osei,</p>" +
    "<p>5 &lt; 7<br>caf&eacute;</p></body></html>";
  assert.equal(htmlToText(html).replaceAll("\u00A0", " "), "Dear Ms Osei,\n\n5 < 7\ncafé");
});

Deno.test("a link keeps its words and loses its target", () => {
  assert.equal(htmlToText('See <a href="https://x.example/t?u=1">the plan</a>.'), "See the plan.");
});

Deno.test("a table keeps one row a line", () => {
  const html = "<table><tr><th>Item</th><th>Price</th></tr><tr><td>Flour<td>€ 40</table>";
  assert.equal(htmlToText(html), "Item  Price\nFlour  € 40");
});

Deno.test("list items stand on lines of their own", () => {
  assert.equal(htmlToText("<ul><li>one</li><li>two</li></ul>"), "- one\n- two");
});

Deno.test("a quoted block keeps its quote marks", () => {
  assert.equal(
    htmlToText("<div>Yes.</div><blockquote>Shall we?</blockquote>"),
    "Yes.\n\n> Shall we?",
  );
});

const HIDDEN: Record<string, string> = {
  "display none": '<div style="color:red; DISPLAY : none !important">secret</div>',
  "a comment inside the style": '<div style="display:/**/none">secret</div>',
  "visibility hidden": "<span style='visibility:hidden'>secret</span>",
  "zero font size": "<font style=font-size:0>secret</font>",
  "one pixel": '<td style="font-size:1px;line-height:1px">secret</td>',
  "no opacity": '<p style="opacity:0">secret</p>',
  "Outlook's mso-hide": '<p style="mso-hide:all">secret</p>',
  "an overflow of no height": '<div style="max-height:0px;overflow:hidden">secret</div>',
  "the hidden attribute": "<div hidden>secret</div>",
  "nested elements": '<div style="display:none"><div>secret</div>secret</div>',
  "a > inside an attribute": '<div title="a>b" style="display:none">secret</div>',
  "a class of the style sheet":
    "<style>.x, p.pre { color: red; display:none } @media (a) { .y { display: block } }</style><div class='big pre'>secret</div>",
  "an id of the style sheet": "<style><!-- #h{visibility:hidden} --></style><div id=h>secret</div>",
  "white on white": '<p style="color:#FFF">secret</p>',
  "white on a white ground of its own":
    '<div style="background:#000"><p style="background-color:white;color:rgb(255, 255, 255)">secret</p></div>',
  "a font tag as white as its cell":
    '<table><tr><td bgcolor="#fefefe"><font color="white">secret</font></td></tr></table>',
  "a transparent colour": '<p style="color:rgba(0,0,0,0)">secret</p>',
  "a place far outside": '<div style="position:absolute;left:-9999px">secret</div>',
  "an indent far outside": '<div style="text-indent:-5000px">secret</div>',
  "a short font of size zero": '<div style="font:0/0 a">secret</div>',
  "no width": '<div style="width:0;overflow:hidden">secret</div>',
  "a comment": "<!-- secret -->",
  "a conditional comment": "<!--[if mso]><p>secret</p><![endif]-->",
  "a script": "<script>if (a</script.length) secret()</script>",
  "a style sheet": "<style>p { content: 'secret' }</style>",
  "a title": "<title>secret</title>",
};
for (const [how, html] of Object.entries(HIDDEN)) {
  Deno.test(`text hidden by ${how} is left out and the rest stays`, () => {
    assert.equal(htmlToText(`<p>before</p>${html}<p>after</p>`), "before\n\nafter");
  });
}

const SEEN: Record<string, string> = {
  "white on a dark cell":
    '<table><tr><td bgcolor="#003366"><font color="#fff">seen</font></td></tr></table>',
  "white on a dark class":
    "<style>.d{background:#222}</style><div class=d><p style='color:white'>seen</p></div>",
  "white on a picture": '<div style="background:url(a.png)"><p style="color:#fff">seen</p></div>',
  "white where a rule may colour the ground":
    "<style>table td { background:#036 }</style><p style='color:#fff'>seen</p>",
  "dark text inside white": '<div style="color:#fff"><p style="color:#111">seen</p></div>',
  "a link inside white": '<div style="color:#fff"><a href="https://x.example">seen</a></div>',
  "text behind a white element": '<p style="color:#fff"></p><p>seen</p>',
  "text of an unknown class": '<p class="x">seen</p>',
  "text hidden on phones only":
    "<style>@media (max-width: 600px) { .x { display:none } }</style><p class=x>seen</p>",
};
for (const [how, html] of Object.entries(SEEN)) {
  Deno.test(`${how} is read`, () => assert.match(htmlToText(html), /seen/));
}

Deno.test("a hidden paragraph without an end tag hides nothing behind it", () => {
  assert.equal(htmlToText("<p hidden>secret<p>seen"), "seen");
  assert.equal(htmlToText("<div><span hidden>secret</div><div>seen</div>"), "seen");
});

Deno.test("text behind a thousand unclosed tags is still read", () => {
  assert.match(htmlToText("<b><div>".repeat(1_000) + "end of the mail"), /end of the mail$/);
});

Deno.test("markup without text gives an empty text", () => {
  for (const markup of ["<div>", "<div></p>", '<a href="', "<!--", "<table><tr><td>", "<b></i>"]) {
    assert.equal(htmlToText(markup.repeat(200_000 / markup.length)), "", markup);
  }
});

Deno.test("deeply nested quotes and lists keep their text and end where they end", () => {
  const html = "<blockquote>".repeat(9) + "old" + "</blockquote>".repeat(9) + "<p>new</p>";
  assert.equal(htmlToText(html), "> > old\n\nnew");
  const list = "<ul><li>".repeat(40) + "deep" + "</li></ul>".repeat(40) + "<p>behind</p>";
  assert.match(htmlToText(list), /deep\n\nbehind$/);
});

Deno.test("a run of angle brackets is kept as text", () => {
  assert.equal(
    htmlToText("<".repeat(200_000)).replaceAll("\n", ""),
    "<".repeat(MAX_TEXT_UNITS - 65),
  );
});

Deno.test("any soup of tags is read without a throw and bounded", () => {
  const piece = fc.constantFrom(
    ..."<div>|</div>|<p hidden>|</p>|<table>|<tr>|<td>|</table>|<ul>|<li>|<ol start=x>|</li>|<!--|-->"
      .split("|"),
    ..."<pre>|</pre>|<style>|</style>|<a href='|'|\"|>|<|&#x110000;|&amp|</|<br/|x y|\u0000|<blockquote>"
      .split("|"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      assert.ok(htmlToText(pieces.join("")).length <= MAX_TEXT_UNITS);
    }),
    { numRuns: 500 },
  );
});
