import assert from "node:assert/strict";
import { htmlToText } from "./html_to_text.ts";

const HIDING: Record<string, string> = {
  "two classes of nested elements":
    "<style>.a .b{display:none}</style><p class=a><span class=b>¤</span></p>",
  "two classes at once": "<style>.a.b{display:none}</style><p class='a b'>¤</p>",
  "a child": "<style>td>span{display:none}</style><table><tr><td><span>¤</span></table>",
  "an attribute": "<style>[title]{display:none}</style><p title=x>¤</p>",
  "any element of a class": "<style>*.h{display:none}</style><p class=h>¤</p>",
  "a rule for screens": "<style>@media screen{.h{display:none}}</style><p class=h>¤</p>",
  "a rule behind an import": "<style>@import url(x.css);.h{display:none}</style><p class=h>¤</p>",
  "a rule behind an import of a name":
    "<style>@import 'x.css' screen;\n.h{display:none}</style><p class=h>¤</p>",
  "a rule behind a charset": '<style>@charset "utf-8";.h{display:none}</style><p class=h>¤</p>',
  "important with blanks": "<p style='display:none ! important'>¤</p>",
  "an entity": "<p style='display&#58;none'>¤</p>",
  "a named entity": "<p style='display&colon;none'>¤</p>",
  "little opacity": "<p style='opacity:.01'>¤</p>",
  "opacity in percent": "<p style='opacity:1%'>¤</p>",
  "opacity in exponents": "<p style='opacity:1e-3'>¤</p>",
  "tiny type": "<p style='font-size:2px'>¤</p>",
  "tiny type in a shorthand": "<p style='font:normal 2px/3px serif'>¤</p>",
  "hsl white on white": "<p style='color:hsl(0,0%,100%)'>¤</p>",
  "hsl with blanks": "<p style='color:hsl(120deg 0% 99%)'>¤</p>",
  "rgb in percent": "<p style='color:rgb(100% 100% 100%)'>¤</p>",
  "nearly white": "<p style='color:#fefefe'>¤</p>",
  "white on a white cell": "<table bgcolor=#ffffff><tr><td><font color=white>¤</font></table>",
  "a filter": "<p style='filter:opacity(0)'>¤</p>",
  "a filter of Internet Explorer": "<p style='filter:alpha(opacity=0)'>¤</p>",
  "zoom": "<p style='zoom:0.01'>¤</p>",
  "a scale": "<p style='transform:scale(0)'>¤</p>",
  "the property scale": "<p style='scale:0'>¤</p>",
  "no height": "<div style='max-height:0;overflow:hidden'>¤</div>",
  "no height, important": "<div style='height:0!important;overflow:hidden!important'>¤</div>",
  "far outside": "<div style='position:absolute;left:-9999px'>¤</div>",
  "far outside by a margin": "<div style='margin-left:-9999px'>¤</div>",
  "a text far outside": "<div style='text-indent:-9999px'>¤</div>",
  "a clip": "<div style='position:absolute;clip:rect(0,0,0,0)'>¤</div>",
  "a clip path": "<div style='clip-path:inset(100%)'>¤</div>",
  "visibility": "<p style='visibility:hidden'>¤</p>",
  "the attribute hidden": "<p hidden>¤</p>",
  "Outlook's mso-hide": "<p style='mso-hide:all'>¤</p>",
  "a comment in a value": "<p style='display:/**/none'>¤</p>",
  "a comment in the middle of a rule": "<style>.h{dis/**/x:y;display:none}</style><p class=h>¤</p>",
  "an escape": "<p style='d\\69splay:none'>¤</p>",
  "an id": "<style>#h{display:none}</style><p id=h>¤</p>",
  "a sibling": "<style>h1+p{display:none}</style><h1>x</h1><p>¤</p>",
  "a later sibling": "<style>h1~p.h{display:none}</style><h1>x</h1><p>y</p><p class=h>¤</p>",
  "the first child": "<style>i:first-child{display:none}</style><div><i>¤</i></div>",
  "a numbered child": "<style>p:nth-child(2){display:none}</style><div><p>x</p><p>¤</p></div>",
  "an even child": "<style>i:nth-child(2n){display:none}</style><div><p>x</p><i>¤</i></div>",
  "the part of an attribute": "<style>[class*=hid]{display:none}</style><p class=xhidx>¤</p>",
  "a list of selectors": "<style>h6,.h , h5{display:none}</style><p class=h>¤</p>",
  "is()": "<style>:is(.h,.i){display:none}</style><p class=h>¤</p>",
  "a layer": "<style>@layer a{.h{display:none}}</style><p class=h>¤</p>",
  "the attribute media": "<style media=screen>.h{display:none}</style><p class=h>¤</p>",
  "white text shadowed by nothing": "<p style='color:transparent'>¤</p>",
  "a rule inside a rule": "<style>.a{.h{display:none}}</style><div class=a><p class=h>¤</p></div>",
  "a rule inside a rule, with &":
    "<style>.a{color:red;&.h{display:none}}</style><p class='a h'>¤</p>",
  "a rule inside two rules":
    "<style>.a,.b{margin:0;p{i{display:none}}}</style><div class=b><p><i>¤</i></p></div>",
  "a condition inside a rule": "<style>.h{@media screen{display:none}}</style><p class=h>¤</p>",
  "a rule that needs a property":
    "<style>@supports (display:grid){.h{display:none}}</style><p class=h>¤</p>",
  "a calculated size": "<p style='font-size:calc(1px)'>¤</p>",
  "a calculated height": "<div style='height:calc(1px - 1px);overflow:hidden'>¤</div>",
  "a calculated place": "<div style='position:absolute;left:calc(-100px * 99)'>¤</div>",
  "hwb white on white": "<p style='color:hwb(0 100% 0%)'>¤</p>",
  "an alpha of nothing": "<p style='color:rgba(0,0,0,0)'>¤</p>",
  "hsla with an alpha of nothing": "<p style='color:hsla(0,0%,0%,.02)'>¤</p>",
};
for (const [how, html] of Object.entries(HIDING)) {
  Deno.test(`text hidden by ${how} is not read`, () => {
    const text = htmlToText(`<p>Hello there.</p>${html.replace("¤", "secret")}<p>Good bye.</p>`);
    assert.ok(!text.includes("secret"), text);
    assert.match(text, /Hello there\.[\s\S]*Good bye\./);
  });
}

const SHOWN: Record<string, string> = {
  "a rule for print": "<style>@media print{.h{display:none}}</style><p class=h>¤</p>",
  "a rule for small screens":
    "<style>@media (max-width:600px){.h{display:none}}</style><p class=h>¤</p>",
  "a rule for dark screens":
    "<style>@media (prefers-color-scheme:dark){.h{color:#fff}}</style><p class=h>¤</p>",
  "a rule taken back": "<style>.h{display:none}.h{display:block}</style><p class=h>¤</p>",
  "a rule of another class": "<style>.a .b{display:none}</style><p class=b>¤</p>",
  "no child": "<style>td>span{display:none}</style><table><tr><td><b><span>¤</span></b></table>",
  "a state": "<style>p:hover{display:none}</style><p>¤</p>",
  "white on black": "<p style='background:#000;color:#fff'>¤</p>",
  "white on a picture": "<div style='background:url(x.png)'><p style='color:#fff'>¤</p></div>",
  "small type": "<p style='font-size:9px'>¤</p>",
  "an open disclosure": "<details open><summary>More</summary>¤</details>",
  "a disclosure that is closed, which shows it on a click":
    "<details><summary>More</summary>¤</details>",
  "a rule that needs what nobody has":
    "<style>@supports not (display:grid){.h{display:none}}</style><p class=h>¤</p>",
  "a rule inside a rule for other elements": "<style>.a{.h{display:none}}</style><p class=h>¤</p>",
  "a rule behind a rule with another inside":
    "<style>.a{.b{color:red}}.c{display:none}</style><p class=b>¤</p>",
  "a condition for print inside a rule":
    "<style>.h{@media print{display:none}}</style><p class=h>¤</p>",
  "a calculated size that can be read": "<p style='font-size:calc(10px + 4px)'>¤</p>",
  "hwb black on white": "<p style='color:hwb(0 0% 100%)'>¤</p>",
  "its summary": "<details><summary>¤</summary>x</details>",
  "a rule for print only by attribute":
    "<style media=print>.h{display:none}</style><p class=h>¤</p>",
  "a rule for elements in another place": "<style>p:nth-child(9){display:none}</style><p>¤</p>",
  "a head that is not closed": "<html><head><title>x</title><div>¤</div>",
  "a head and body that are not closed":
    "<html><head><meta charset=utf-8><title>x</title><body><p>¤",
  "a title that is not closed": "<html><head><title>x<body><p>¤</p></body></html>",
  "a style that is not closed": "<style>p{color:red}<p>¤</p>",
  "a tag that is not closed": "<p <b>¤</b>",
  "a quote that is not closed": '<p class="x>¤</p><p>y</p>',
  "a table that is not closed": "<table><tr><td>¤",
  "a select that is not closed": "<select><option>x<p>¤</p>",
  "a noscript": "<noscript>¤</noscript>",
};
for (const [how, html] of Object.entries(SHOWN)) {
  Deno.test(`text is read in spite of ${how}`, () => {
    assert.ok(htmlToText(html.replace("¤", "Please confirm.")).includes("Please confirm."), html);
  });
}
