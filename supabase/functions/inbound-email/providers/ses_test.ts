import assert from "node:assert/strict";
import { createSign } from "node:crypto";
import type { SESMessage, SESReceiptStatus } from "aws-lambda";
import { CERTIFICATE, PRIVATE_KEY } from "../testing/certificate.ts";
import { createReceiver, type World } from "../testing/deliver.ts";

const CERTIFICATE_URL =
  "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123abcd.pem";
const SUBSCRIBE_URL = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t";
const RAW = "From: ada@client.example\r\nMessage-ID: <ses-1@client.example>\r\n\r\nTwo loaves\r\n";
const PASS: SESReceiptStatus = { status: "PASS" };

// The types know the action of a Lambda, which has no encoding.
const ACTION = {
  type: "SNS" as const,
  topicArn: "arn:aws:sns:eu-west-1:012345678912:inbound",
  encoding: "BASE64",
};

const NOTICE = {
  notificationType: "Received",
  mail: {
    timestamp: "2026-11-09T09:30:00.000Z",
    source: "ada@client.example",
    messageId: "o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1",
    destination: ["orders@bakery.example"],
    headersTruncated: false,
    headers: [],
    commonHeaders: { returnPath: "ada@client.example", date: "", messageId: "" },
  },
  receipt: {
    timestamp: "2026-11-09T09:30:00.000Z",
    processingTimeMillis: 222,
    recipients: ["orders@bakery.example"],
    spamVerdict: PASS,
    virusVerdict: PASS,
    spfVerdict: PASS,
    dkimVerdict: PASS,
    dmarcVerdict: PASS,
    action: ACTION,
  },
  content: btoa(RAW),
} satisfies SESMessage & { notificationType: string; content: string };

const ENVELOPE = {
  Type: "Notification",
  MessageId: "2c6dbe4a-0b7c-5a5e-9a3f-e2a4b1b2f0aa",
  TopicArn: "arn:aws:sns:eu-west-1:012345678912:inbound",
  Subject: "Amazon SES Email Receipt Notification",
  Timestamp: "2026-11-09T09:30:01.000Z",
  SignatureVersion: "2",
  SigningCertURL: CERTIFICATE_URL,
};
const SIGNED = [
  ..."Message MessageId Subject SubscribeURL Timestamp Token TopicArn Type".split(" "),
];

/** A message as SNS signs it; a field that is undefined is left out. */
function sign(fields: Record<string, string | undefined>): Record<string, string | undefined> {
  const message: Record<string, string | undefined> = { ...ENVELOPE, ...fields };
  const signer = createSign(message["SignatureVersion"] === "1" ? "sha1" : "sha256");
  for (const name of SIGNED) {
    if (message[name] !== undefined) signer.update(`${name}\n${message[name]}\n`);
  }
  return { ...message, Signature: signer.sign(PRIVATE_KEY, "base64") };
}

/** SNS with its certificate; keeps what it was asked for. */
function createSns() {
  const asked: string[] = [];
  const fetch: World["fetch"] = (input) => {
    asked.push(String(input));
    return Promise.resolve(new Response(String(input).endsWith(".pem") ? CERTIFICATE : "<xml/>"));
  };
  return { asked, fetch };
}

const post = (message: unknown) => ({ body: JSON.stringify(message) });

for (const SignatureVersion of ["1", "2"]) {
  Deno.test(`an email from SES is stored once, signature version ${SignatureVersion}`, async () => {
    const { asked, fetch } = createSns();
    const deliver = createReceiver({ fetch });
    const message = sign({ SignatureVersion, Message: JSON.stringify(NOTICE) });
    const first = await deliver("/ses", post(message));
    const again = await deliver("/ses", post(message));
    assert.deepEqual([first.status, again.status, again.body["duplicate"]], [200, 200, true]);
    assert.equal(again.emails[0]?.bodyText, "Two loaves");
    assert.deepEqual(asked, [CERTIFICATE_URL]);
  });
}

Deno.test("an email that SES sends as UTF-8 is read as well", async () => {
  const receipt = { ...NOTICE.receipt, action: { ...NOTICE.receipt.action, encoding: "UTF8" } };
  const Message = JSON.stringify({ ...NOTICE, receipt, content: RAW });
  const { emails } = await createReceiver(createSns())("/ses", post(sign({ Message })));
  assert.equal(emails[0]?.providerMessageId, "ses-1@client.example");
});

Deno.test("a subscription is confirmed at the host of SNS", async () => {
  const { asked, fetch } = createSns();
  const confirmation = {
    Subject: undefined,
    Type: "SubscriptionConfirmation",
    Message: "You have chosen to subscribe to the topic.",
    SubscribeURL: SUBSCRIBE_URL,
    Token: "t",
  };
  const { status, body } = await createReceiver({ fetch })(
    "/ses",
    post(sign(confirmation)),
  );
  assert.deepEqual([status, body], [200, { ignored: "subscription confirmed" }]);
  assert.deepEqual(asked, [CERTIFICATE_URL, SUBSCRIBE_URL]);
});

Deno.test("a subscription that leads elsewhere is not confirmed", async () => {
  const { asked, fetch } = createSns();
  const { status } = await createReceiver({ fetch })(
    "/ses",
    post(sign({
      Subject: undefined,
      Type: "SubscriptionConfirmation",
      Message: "",
      Token: "t",
      SubscribeURL: "https://sns.eu-west-1.amazonaws.com.evil.example/",
    })),
  );
  assert.deepEqual([status, asked], [400, [CERTIFICATE_URL]]);
});

const GENUINE = sign({ Message: JSON.stringify(NOTICE) });
const FORGED: readonly (readonly [what: string, change: Record<string, string>])[] = [
  ["another text", { Message: "{}" }],
  ["another topic", { TopicArn: "arn:aws:sns:eu-west-1:999999999999:evil" }],
  ["a signature that is none", { Signature: "AAAA" }],
  ["an unknown version", { SignatureVersion: "3" }],
];
for (const [what, change] of FORGED) {
  Deno.test(`a message with ${what} is answered with 401`, async () => {
    const { status, emails } = await createReceiver(createSns())(
      "/ses",
      post({ ...GENUINE, ...change }),
    );
    assert.deepEqual([status, emails], [401, []]);
  });
}

const CERTIFICATES = [
  "http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123abcd.pem",
  "https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-0123abcd.pem",
  "https://evil.example/sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123abcd.pem",
  "https://sns.eu-west-1.amazonaws.com/../SimpleNotificationService-0123abcd.pem",
  "https://sns.x@evil.example/SimpleNotificationService-0123abcd.pem",
];
for (const SigningCertURL of CERTIFICATES) {
  Deno.test(`a certificate from ${SigningCertURL} is not even fetched`, async () => {
    const { asked, fetch } = createSns();
    const message = sign({ Message: JSON.stringify(NOTICE), SigningCertURL });
    const { status } = await createReceiver({ fetch })("/ses", post(message));
    assert.deepEqual([status, asked], [401, []]);
  });
}

Deno.test("SNS comes again when its certificate cannot be had", async () => {
  const fetch: World["fetch"] = () => Promise.reject(new TypeError("no route"));
  const { status, body } = await createReceiver({ fetch })("/ses", post(GENUINE));
  assert.deepEqual([status, body["code"]], [502, "email_not_fetched"]);
});

Deno.test("a page of errors in place of the certificate is not kept: SNS comes again and is known", async () => {
  const pages = ["<html>Service unavailable</html>", CERTIFICATE];
  const fetch: World["fetch"] = () => Promise.resolve(new Response(pages.shift()));
  const deliver = createReceiver({ fetch });
  const first = await deliver("/ses", post(GENUINE));
  const again = await deliver("/ses", post(GENUINE));
  assert.deepEqual([first.status, first.body["code"]], [502, "email_not_fetched"]);
  assert.deepEqual([again.status, again.emails.length], [200, 1]);
});

Deno.test("SNS sends the credentials of its URL only after a 401 that asks for them", async () => {
  const { status, challenge } = await createReceiver(createSns())("/ses", {
    ...post(GENUINE),
    headers: { "content-type": "text/plain; charset=UTF-8" },
  });
  assert.deepEqual([status, challenge], [401, 'Basic realm="nightshift"']);
});

const OTHERS: readonly (readonly [what: string, message: string, status: number])[] = [
  ["the sentence by which SES announces itself", "Successfully validated SNS topic.", 200],
  ["a notice of another kind", JSON.stringify({ notificationType: "Bounce" }), 200],
  ["an email whose content lies in S3", JSON.stringify({ notificationType: "Received" }), 422],
];
for (const [what, Message, expected] of OTHERS) {
  Deno.test(`${what} is answered with ${expected} and stores nothing`, async () => {
    const { status, emails } = await createReceiver(createSns())("/ses", post(sign({ Message })));
    assert.deepEqual([status, emails], [expected, []]);
  });
}
