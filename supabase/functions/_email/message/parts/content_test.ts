import assert from "node:assert/strict";
import type { StoredEmail } from "../stored_email.ts";
import { readMessage } from "../read_message.ts";

const NOW = new Date("2026-11-25T08:00:00.000Z");

/** A message of lines, each character one byte. */
async function read(...lines: readonly string[]): Promise<StoredEmail> {
  const bytes = Uint8Array.from(lines.join("\r\n"), (sign) => sign.charCodeAt(0));
  const result = await readMessage(bytes, NOW);
  assert.ok(result.ok);
  return result.email;
}

const textOf = async (...lines: readonly string[]) =>
  (await read("From: a@x.example", ...lines)).bodyText;
const mixed = (...parts: readonly string[]) => [
  "Content-Type: multipart/mixed; boundary=b",
  "",
  ...parts.flatMap((part) => ["--b", part]),
  "--b--",
];

const ENCLOSED = [
  "From: Bo Lind <bo@x.example>",
  "Subject: Pump",
  "Date: Mon, 23 Nov 2026 10:00:00 +0000",
  "Content-Type: text/html",
  "",
  "<p>The pump leaks.</p>",
].join("\r\n");
const ENCLOSED_TEXT = [
  "---------- Forwarded message ---------",
  "From: Bo Lind <bo@x.example>",
  "Date: Mon, 23 Nov 2026 10:00:00 +0000",
  "Subject: Pump",
  "",
  "The pump leaks.",
].join("\n");

for (const disposition of ["attachment", "inline", "attachment; filename=a.eml"]) {
  Deno.test(`a message enclosed as ${disposition} is read below the text`, async () => {
    const text = await textOf(...mixed(
      "Content-Type: text/plain\r\n\r\nCan you answer this customer by noon?",
      `Content-Type: message/rfc822\r\nContent-Disposition: ${disposition}\r\n\r\n${ENCLOSED}`,
    ));
    assert.equal(text, `Can you answer this customer by noon?\n\n${ENCLOSED_TEXT}`);
  });
}

Deno.test("an enclosed message is read in base64, in a digest and alone", async () => {
  const encoded = "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
    btoa(ENCLOSED);
  assert.equal((await textOf(...mixed(encoded)))?.trim(), ENCLOSED_TEXT);
  const digest = mixed(`\r\n${ENCLOSED}`).join("\r\n").replace("mixed", "digest");
  assert.equal((await textOf(digest))?.trim(), ENCLOSED_TEXT);
  assert.equal((await textOf("Content-Type: message/rfc822", "", ENCLOSED))?.trim(), ENCLOSED_TEXT);
});

Deno.test("the message that a bounce returns is no text of the bounce", async () => {
  const text = await textOf(
    ...mixed(
      "\r\nYour email was not delivered.",
      "Content-Type: message/delivery-status\r\n\r\nAction: failed",
      `Content-Type: message/rfc822\r\n\r\n${ENCLOSED}`,
    ),
  );
  assert.equal(text, "Your email was not delivered.");
});

Deno.test("wrapped lines of flowed text are joined only where they are quoted equally deep", async () => {
  const flowed = "Content-Type: text/plain; format=flowed";
  assert.equal(
    await textOf(flowed, "", "> can you come on Friday? ", "No, only on Monday."),
    "> can you come on Friday?\nNo, only on Monday.",
  );
  assert.equal(
    await textOf(flowed, "", ">> a ", ">> b ", "> c ", " >d ", "e", "", "-- ", "Ana"),
    ">> a b\n> c\n>d e\n\n-- \nAna",
  );
  assert.equal(await textOf(`${flowed}; delsp=yes`, "", "Donau ", "dampfer"), "Donaudampfer");
});

Deno.test("a header that is folded over a line of blanks goes on", async () => {
  for (const blank of [" ", "\t", "  \t "]) {
    for (
      const fields of [
        ["Subject: A long", blank, " subject", "X-Note: a", blank, "\tb"],
        ["To: a@x.example,", blank, " b@x.example", "Subject: A long subject"],
        ["Subject: A long", blank, " subject"],
      ]
    ) {
      const { subject, bodyText } = await read(
        [...fields, "", "Please call me."].join("\r\n"),
      );
      assert.deepEqual([subject, bodyText], ["A long subject", "Please call me."]);
    }
    const indented = "  Please call me.";
    assert.equal(
      await textOf("Subject: Hi", blank, indented, "It is urgent."),
      `${indented}\nIt is urgent.`,
    );
    assert.equal(await textOf("X-A: b", blank, indented, "", "Bo"), `${indented}\n\nBo`);
  }
});

Deno.test("a line of blanks ends the header, unless fields follow it", async () => {
  for (const blank of [" ", "\t", "  \t "]) {
    assert.equal(await textOf("Subject: Hi", blank, "Please call me."), "Please call me.");
    const email = await read(
      "From: a@x.example",
      "Subject: Hi",
      blank,
      "To: b@x.example",
      "",
      "Yes.",
    );
    assert.deepEqual([email.bodyText, email.toEmails], ["Yes.", ["b@x.example"]]);
  }
  assert.equal(
    await textOf(...mixed("Content-Type: text/plain\r\n \r\nPlease call me.")),
    "Please call me.",
  );
});

for (
  const type of [
    "text",
    "text/",
    "text; charset=utf-8",
    "plain",
    "",
    "TEXT/PLAIN;",
    "text/markdown",
  ]
) {
  Deno.test(`the content type "${type}" is read as text`, async () => {
    assert.equal(await textOf(`Content-Type: ${type}`, "", "Please call me."), "Please call me.");
  });
}

Deno.test("HTML without a proper type, and parts without a proper boundary, are read", async () => {
  assert.equal(await textOf("Content-Type: html", "", "<b>Yes</b>"), "Yes");
  const parts = ["--q", "Content-Type: text/html", "", "<b>Yes</b>", "--q--"];
  assert.equal(await textOf("Content-Type: multipart/mixed", "", ...parts), "Yes");
  assert.equal(await textOf("Content-Type: multipart; boundary=q", "", ...parts), "Yes");
  assert.match(
    await textOf("Content-Type: multipart/mixed; boundary=other", "", "Please call me.") ?? "",
    /Please call me\./,
  );
});

Deno.test("a plain alternative that only points to the HTML gives way to it", async () => {
  const text = await textOf(
    "Content-Type: multipart/alternative; boundary=b",
    "",
    "--b",
    "",
    "Your email program does not support HTML.",
    "--b",
    "Content-Type: text/html",
    "",
    "<p>The order is late.</p>",
    "--b--",
  );
  assert.equal(text, "The order is late.");
});

const EVENT = [
  "BEGIN:VCALENDAR",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  "SUMMARY:Review\\, second round",
  "DTSTART;TZID=Europe/Berlin:20261201T100000",
  "DTEND;TZID=Europe/Berlin:20261201T110000",
  "LOCATION:Room 4",
  'ORGANIZER;CN="Bo Lind":mailto:bo@x.example',
  "DESCRIPTION:Please bring the",
  "  figures.",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");
const EVENT_TEXT = [
  "Review, second round",
  "When: 2026-12-01 10:00 to 11:00 (Europe/Berlin)",
  "Where: Room 4",
  "Organizer: Bo Lind <bo@x.example>",
  "",
  "Please bring the figures.",
].join("\n");

Deno.test("an email of a calendar alone says what, when and where", async () => {
  assert.equal(await textOf("Content-Type: text/calendar; method=REQUEST", "", EVENT), EVENT_TEXT);
  const attached = "Content-Type: application/ics; name=invite.ics\r\n" +
    "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  assert.equal(await textOf(...mixed("\r\n", attached + btoa(EVENT))), EVENT_TEXT);
  const days = EVENT.replace(/DTSTART.*/, "DTSTART;VALUE=DATE:20261224")
    .replace(/DTEND.*/, "DTEND;VALUE=DATE:20261227");
  assert.match(
    await textOf("Content-Type: text/calendar", "", days) ?? "",
    /2026-12-24 to 2026-12-26/,
  );
  const allDay = EVENT.replace(/DTSTART.*/, "DTSTART;VALUE=DATE:20261224")
    .replace(/DTEND.*/, "DTEND;VALUE=DATE:20261225");
  assert.match(await textOf("Content-Type: text/calendar", "", allDay) ?? "", /When: 2026-12-24\n/);
  assert.equal(await textOf("Content-Type: text/plain", "", EVENT), EVENT_TEXT);
});

Deno.test("an invitation with a text has that text alone", async () => {
  assert.equal(
    await textOf(...mixed("\r\nCan you come?", `Content-Type: text/calendar\r\n\r\n${EVENT}`)),
    "Can you come?",
  );
});

/** DER: a tag with a length of up to 65,535. */
const der = (tag: number, content: string) =>
  String.fromCharCode(tag, 0x82, content.length >> 8, content.length & 255) + content;
const oid = (last: number) =>
  der(6, `\x2a\x86\x48\x86\xf7\x0d\x01\x07${String.fromCharCode(last)}`);
const sign = (octets: string) =>
  der(
    0x30,
    oid(2) +
      der(0xa0, der(0x30, "\x02\x01\x01" + der(0x31, "") + der(0x30, oid(1) + der(0xa0, octets)))),
  );

const SIGNED_TEXT = "Content-Type: text/plain\r\n\r\nPlease sign page 3.";
const SIGNED: Record<string, string> = {
  whole: sign(der(4, SIGNED_TEXT)),
  "in pieces": sign(der(0x24, der(4, SIGNED_TEXT.slice(0, 30)) + der(4, SIGNED_TEXT.slice(30)))),
  "of an open length": "\x30\x80" + oid(2) + "\xa0\x80\x30\x80\x02\x01\x01" + der(0x31, "") +
    "\x30\x80" + oid(1) + "\xa0\x80\x24\x80" + der(4, SIGNED_TEXT) + "\0\0".repeat(7),
};
for (const [how, bytes] of Object.entries(SIGNED)) {
  Deno.test(`the text of an opaque signature ${how} is read`, async () => {
    const text = await textOf(
      "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
      "Content-Disposition: attachment; filename=smime.p7m",
      "Content-Transfer-Encoding: base64",
      "",
      btoa(bytes),
    );
    assert.equal(text, "Please sign page 3.");
  });
}

Deno.test("an opaque signature that names only its file is read", async () => {
  const [bytes = ""] = Object.values(SIGNED);
  const type = "Content-Type: application/octet-stream; name=smime.p7m";
  const text = await textOf(type, "Content-Transfer-Encoding: base64", "", btoa(bytes));
  assert.equal(text, "Please sign page 3.");
});

Deno.test("encrypted S/MIME has no text", async () => {
  const type = "Content-Type: application/pkcs7-mime; smime-type=enveloped-data";
  const bytes = der(0x30, oid(3) + der(0xa0, der(0x30, SIGNED_TEXT)));
  assert.equal(await textOf(type, "Content-Transfer-Encoding: base64", "", btoa(bytes)), null);
});

const little = (value: number, size: number) =>
  Array.from({ length: size }, (_, at) => String.fromCharCode((value >> 8 * at) & 255)).join("");
const attribute = (id: number, data: string) =>
  "\x01" + little(id, 4) + little(data.length, 4) + data + "\0\0";
const property = (tag: number, value: string) =>
  little(tag, 4) + little(1, 4) + little(value.length, 4) +
  value.padEnd(Math.ceil(value.length / 4) * 4, "\0");
const tnef = (...attributes: readonly string[]) =>
  btoa(little(0x223e9f78, 4) + "\x01\0" + attributes.join(""));
const RTF = "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\pard Please sign p\\'e4ge 3.\\par Thanks}";
const rtf = (text: string) =>
  little(text.length + 12, 4) + little(text.length, 4) + "MELA" + "\0\0\0\0" + text;
const properties = (...each: readonly string[]) =>
  attribute(0x00069003, little(each.length, 4) + each.join(""));

const TNEF: Record<string, readonly [base64: string, text: string]> = {
  "a body": [tnef(attribute(0x0002800c, "Please sign page 3.\0")), "Please sign page 3."],
  "a property in Unicode": [
    tnef(properties(little(0x0017_0003, 4) + little(1, 4), property(0x1000_001f, "Y\0e\0s\0"))),
    "Yes",
  ],
  HTML: [tnef(properties(property(0x1013_0102, "<p>Yes</p>"))), "Yes"],
  RTF: [tnef(properties(property(0x1009_0102, rtf(RTF)))), "Please sign päge 3.\nThanks"],
};
for (const [what, [base64, expected]] of Object.entries(TNEF)) {
  Deno.test(`a winmail.dat with ${what} is read where it is the only text`, async () => {
    const head = "Content-Transfer-Encoding: base64\r\n\r\n";
    assert.equal(
      await textOf(
        ...mixed(`Content-Type: application/ms-tnef; name=winmail.dat\r\n${head}${base64}`),
      ),
      expected,
    );
    assert.equal(
      await textOf(
        ...mixed("\r\nSee below.", `Content-Type: application/ms-tnef\r\n${head}${base64}`),
      ),
      "See below.",
    );
  });
}
