/** What a program reports is urgent by what has happened, not by what it says of a case. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

function readNotification(text: string, subject: string) {
  return recordOf(sampleEmail(text, {
    subject,
    fromEmail: "noreply@monitor.example",
    headers: { "Auto-Submitted": "auto-generated" },
  }));
}

Deno.test("an alarm in words of its own is high", () => {
  const text = "Pump 3 in the pump house has stopped. The water level is rising.";
  const { urgencyLevel, urgencyReasons } = readNotification(text, "Pump 3");
  assert.deepEqual([urgencyLevel, urgencyReasons], ["high", ["reads_as_urgent"]]);
});

const RECEIPTS = [
  "Your receipt: gas stove, 499 EUR. In case of a gas leak, close the valve and call us at once.",
  "Ihr Beleg: Gasherd, 499 EUR. Bei Gasgeruch sofort das Ventil schließen und lüften.",
  "Reçu : cuisinière, 499 EUR. En cas de fuite de gaz, fermez la vanne et appelez les pompiers.",
  "Recibo: bombona, 17 EUR. En caso de fuga de gas, cierre la válvula y llame a los bomberos.",
  "Ricevuta: fornello, 39 EUR. In caso di fuga di gas chiudete la valvola e chiamate aiuto.",
  "Kassabon: gasfornuis, 499 EUR. Bij gaslucht sluit de kraan en bel de brandweer.",
  "Recibo: botijão, 120 EUR. Em caso de vazamento, feche a válvula e ligue para os bombeiros.",
];
for (const text of RECEIPTS) {
  Deno.test(`standing advice is no alarm and asks nobody: ${text}`, () => {
    const { urgencyLevel, actionItems, painPoints } = readNotification(text, "4411");
    assert.deepEqual({ urgencyLevel, actionItems, painPoints }, {
      urgencyLevel: "low",
      actionItems: [],
      painPoints: [],
    });
  });
}

const TO_LOOK = [
  "To see where your parcel is, please visit your account.",
  "Um den Stand Ihrer Bestellung zu verfolgen, klicken Sie bitte auf Mein Konto.",
  "Pour suivre votre colis, veuillez cliquer sur Mon compte.",
  "Para consultar su pedido, haga clic en Mi cuenta.",
  "Per seguire il pacco, clicchi su Il mio account.",
  "Om uw bestelling te volgen, klik op Mijn account.",
  "Para acompanhar o pedido, clique em Minha conta.",
];
for (const text of TO_LOOK) {
  Deno.test(`what is there for whoever wants to look asks nobody: ${text}`, () => {
    assert.deepEqual(readNotification(text, "4411").actionItems, []);
  });
}

Deno.test("what has to be approved is asked", () => {
  const text = "To approve this report, please click on the link below.";
  assert.deepEqual(readNotification(text, "4411").actionItems, [text]);
});

const DEADLINES = [
  "If payment is not received by 20 November, the service will be disconnected.",
  "If you cannot attend on Friday, please cancel your appointment by tomorrow.",
  "Si no paga la factura antes del viernes, se cortará la luz.",
];
for (const text of DEADLINES) {
  Deno.test(`a case with a day is a deadline: ${text}`, () => {
    assert.notEqual(readNotification(text, "4411").urgencyLevel, "low");
  });
}
