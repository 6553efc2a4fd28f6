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
    "<style>.x, p.pre { color: red; display:none } @media (a) { .y { display: block } }</style><p class='big pre'>secret</p>",
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
  "a descendant of a class":
    "<style>.a .b{display:none}</style><div class=a><p><i class=b>secret</i></p></div>",
  "two classes at once": "<style>.a.b{display:none}</style><p class='b c a'>secret</p>",
  "a child": "<style>td>span{display:none}</style><table><tr><td><span>secret</span></table>",
  "an attribute": "<style>[title]{display:none}</style><p title=x>secret</p>",
  "the value of an attribute": "<style>p[data-x='1']{display:none}</style><p data-x=1>secret</p>",
  "the start of an attribute":
    '<style>[class^="hid"]{display:none}</style><p class=hidden-x>secret</p>',
  "any element of a class": "<style>*.h{display:none}</style><p class=h>secret</p>",
  "the element after another": "<style>h1 + p{display:none}</style><h1></h1><p>secret</p>",
  "an element behind another":
    "<style>h1~p{display:none}</style><div><h1></h1><b></b><p>secret</p></div>",
  "the first child": "<style>i:first-child{display:none}</style><p><i>secret</i></p>",
  "all but a class": "<style>i:not(.s){display:none}</style><p><i>secret</i></p>",
  "one selector of a list with an unknown one":
    "<style>p:has(> i), .h{display:none}</style><p class=h>secret</p>",
  "media that everybody has": "<style>@media screen{.h{display:none}}</style><p class=h>secret</p>",
  "media of a list": "<style>@media print, screen{.h{display:none}}</style><p class=h>secret</p>",
  "a layer": "<style>@layer a{.h{display:none}}</style><p class=h>secret</p>",
  "a rule behind an import":
    "<style>@import url(a.css;b);.h{display:none}</style><p class=h>secret</p>",
  "a rule behind a charset and a font":
    '<style>@charset "a{";@font-face{font-family:x}.h{display:none}</style><p class=h>secret</p>',
  "a rule that never ends": "<style>.h{display:none</style><p class=h>secret</p>",
  "a rule with escapes": "<style>.h{d\\69splay:\\6e one}</style><p class=h>secret</p>",
  "an important rule against a style":
    "<style>.h{display:none!important}</style><p class=h style=display:block>secret</p>",
  "important with blanks": '<p style="display:none ! important">secret</p>',
  "an entity in a style": '<p style="display&#58;none">secret</p>',
  "hardly any opacity": '<p style="opacity:.01">secret</p>',
  "an opacity in percent": '<p style="opacity:1%">secret</p>',
  "a font of two pixels": '<p style="font-size:2px">secret</p>',
  "a font of two points": '<p style="font-size:2pt">secret</p>',
  "a font of a tenth": '<p style="font-size:.1em">secret</p>',
  "a font shorthand of one pixel": '<p style="font:bold 1px/1 serif">secret</p>',
  "a size inside no size": '<p style="font-size:0"><b style="font-size:2em">secret</b></p>',
  "white in HSL": '<p style="color:hsl(0,0%,100%)">secret</p>',
  "white in RGB of percents": '<p style="color:rgb(100% 100% 100% / 1)">secret</p>',
  "white with alpha": '<p style="color:#fffffff0">secret</p>',
  "no alpha": '<p style="color:#0000">secret</p>',
  "one name twice": '<p style="background:papayawhip"><b style="color:papayawhip">secret</b></p>',
  "a background among other words":
    '<div style="background:#fff none repeat"><p style="color:snow">secret</p></div>',
  "a fill of its own": '<p style="-webkit-text-fill-color:transparent">secret</p>',
  "a collapsed row": '<div style="visibility:collapse">secret</div>',
  "a clip": '<div style="position:absolute;clip:rect(0 0 0 0)">secret</div>',
  "a clip path": '<div style="clip-path: inset(50%)">secret</div>',
  "no scale": '<div style="transform:scale(0, 0)">secret</div>',
  "a margin far outside": '<div style="margin-left:-9999px">secret</div>',
  "a place far above": '<div style="position:fixed;top:-999em">secret</div>',
  "no height in one direction": '<div style="height:0;overflow-y:hidden">secret</div>',
  "content visibility": '<div style="content-visibility:hidden">secret</div>',
  "the hidden attribute with a value": '<div hidden="until-found">secret</div>',
  "an end tag that is none": '<div style="display:none">secret</b></i></div>',
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
  "an element that another tag's class hides":
    "<style>p.h{display:none}</style><div class=h>seen</div>",
  "an element outside the one that hides": "<style>.a .b{display:none}</style><p class=b>seen</p>",
  "a grandchild where children are hidden":
    "<style>div>i{display:none}</style><div><b><i>seen</i></b></div>",
  "an element with one class of two": "<style>.a.b{display:none}</style><p class=a>seen</p>",
  "an element that a later rule shows":
    "<style>.h{display:none} p.h{display:block}</style><p class=h>seen</p>",
  "an element that its own style shows":
    "<style>.h{display:none}</style><p class=h style=display:block>seen</p>",
  "an element that an important rule shows":
    "<style>.h{display:block!important}</style><p class=h style=display:none>seen</p>",
  "an element that is hidden under the mouse":
    "<style>p:hover,p::before{display:none}</style><p>seen</p>",
  "an element that is hidden on paper":
    "<style>@media print{.h{display:none}}</style><p class=h>seen</p>",
  "an element that one program hides":
    "<style>@media screen and (-webkit-x){.h{display:none}}</style><p class=h>seen</p>",
  "an element that a style in a comment hides":
    "<!--[if mso]><style>.h{display:none}</style><![endif]--><p class=h>seen</p>",
  "what readers of screens do not say": '<p aria-hidden="true">seen</p>',
  "almost full opacity": '<p style="opacity:.9">seen</p>',
  "a font of nine tenths": '<p style="font-size:.9em">seen</p>',
  "a font of eight pixels": '<p style="font-size:8px">seen</p>',
  "text of a size inside none": '<td style="font-size:0"><p style="font-size:14px">seen</p></td>',
  "visible text in what is hidden":
    '<div style="visibility:hidden"><p style="visibility:visible">seen</p></div>',
  "no height without a clip": '<div style="height:0">seen</div>',
  "a head that never ends": "<html><head><title>x</title><div>seen</div>",
  "text in the head": "<html><head><p>seen</p></head></html>",
  "text behind a title that never ends": "<head><title>x<body><p>seen</p>",
  "text behind a style that never ends": "<style>p{color:red}<div>seen</div>",
  "text behind a script that never ends": "<script src=a.js><div>seen</div>",
  "text behind a frame that never ends": "<iframe src=a><p>seen</p>",
  "text behind a list of choices that never ends": "<select><option>a<p>seen</p>",
  "text behind a drawing that never ends": "<svg><path d=a><p>seen</p>",
  "text behind a quote that never ends": '<p><a href="https://x.example>here</a> seen</p>',
  "text behind a section of data": "<![CDATA[x]]><p>seen</p>",
  "text behind a heart": "<p>I </3 rain, seen?</p>",
  "text of a row whose cell never ends":
    "<table><tr><td style='display:none'>x<tr><td>seen</table>",
  "text behind a hidden word": "<p>a <span hidden>b</span> seen</p>",
  "text behind white words with a block in them": "<font color=#fff><div>x</font>seen</div>",
  "a block in white words that end": "<p><font color=white>x</font><b>seen</b></p>",
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

Deno.test("an unclosed head keeps the text of the email", () => {
  const html = "<html><head><title>x</title><div>Please confirm by Friday.</div>";
  assert.equal(htmlToText(html), "Please confirm by Friday.");
});

Deno.test("20,000 nested elements are no error, and what is hidden among them stays hidden", () => {
  for (const tag of ["div", "span", "b"]) {
    const html = `<${tag}>`.repeat(20_000) + "seen<i hidden>secret</i>" +
      `</${tag}>`.repeat(20_000);
    assert.equal(htmlToText(html), "seen", tag);
  }
});

const HOSTILE: Record<string, string> = {
  "rules of every element": `<style>${"*[x]{display:none}".repeat(500)}</style>` +
    "<b>x".repeat(60_000),
  "rules with many ancestors": `<style>${".a .b .c .d{display:none}".repeat(500)}</style>` +
    "<div class=a>".repeat(100) + "<p class=d>x".repeat(15_000),
  "rules in a deep tree": `<style>${"b i b i u{display:none}".repeat(500)}</style>` +
    "<b><i>".repeat(10_000) + "<u>x</u>".repeat(15_000),
  "rules with siblings": `<style>${"a ~ b ~ u{display:none}".repeat(500)}</style>` +
    "<u>x</u>".repeat(25_000),
  "9,000 rules": `<style>${".c{color:red}".repeat(7_000)}</style>` + "<p class=c>x".repeat(5_000),
  "media in media": `<style>${"@media screen{".repeat(7_000)}</style>x`,
  "end tags of nothing": "<b>".repeat(43_000) + "</i>".repeat(32_000),
  "unclosed styles": "<style>".repeat(37_000),
  "unclosed quotes": '<a href="x>'.repeat(20_001),
  "unclosed paragraphs": "<p>".repeat(87_000),
  "blocks in inline elements": "<font color=red><div>".repeat(6_000) + "</font>".repeat(6_000),
};
for (const [what, html] of Object.entries(HOSTILE)) {
  // A quiet machine takes about 100 ms; what is quadratic takes minutes.
  Deno.test(`256 kB of ${what} are read without hanging`, () => {
    const startedAt = performance.now();
    htmlToText(html);
    assert.ok(performance.now() - startedAt < 10_000);
  });
}
