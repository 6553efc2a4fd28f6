/** What a program reports in few words: danger, or trouble that is over. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

function read(text: string, subject: string) {
  return recordOf(sampleEmail(text, {
    subject,
    fromEmail: "noreply@watch.example",
    headers: { "auto-submitted": "auto-generated" },
  }));
}

const ALARMS = [
  "Chiller 2 has been above -15 °C since 05:40.",
  "Kühlhaus 2: -3 °C seit 05:40 Uhr.",
  "Carbon monoxide detected in the laundry at 05:40, level 90 ppm.",
  "Fire alarm activated: paint shop, 05:40.",
  "Wassermelder Waschküche meldet Wasser um 05:40 Uhr.",
  "Alarme fumée déclenchée dans la remise à 05h40.",
  "Fuga de gas detectada en la cocina a las 05:40.",
  "Allarme incendio: deposito vernici, ore 05:40.",
  "Rookmelder wasserij: alarm om 05:40.",
];
for (const text of ALARMS) {
  Deno.test(`an alarm of a device is high: ${text}`, () => {
    const { urgencyLevel, urgencyReasons } = read(text, "Sensor 7");
    assert.deepEqual([urgencyLevel, urgencyReasons], ["high", ["harm_now"]]);
  });
}

const CALM = [
  "Fire alarm test passed at 05:40.",
  "The smoke alarm will be serviced on Monday from 09:00 to 11:00.",
  "Your carbon monoxide alarm has been sent and comes on Monday.",
  "Chiller 2 is back at -21 °C.",
  "Sensor report: 21 °C since 08:00, all normal.",
  "Your order: 2 smoke alarms, placed at 10:12.",
  "Fire alarms: new prices from 10:00 on Monday.",
  "Webinar on detecting gas leaks, Thursday 10:00",
];
for (const text of CALM) {
  Deno.test(`a device that is no alarm is not high: ${text}`, () => {
    assert.notEqual(read(text, "Sensor 7").urgencyLevel, "high");
  });
}

const ENDED = [
  "Ticket 312 has been closed.\n\nSubject: the checkout is down, nobody can pay",
  "Ihr Vorgang 312 wurde gelöst.\n\nBeschreibung: Kasse ausgefallen, niemand kann zahlen.",
  "Votre demande 312 est résolue : la caisse est en panne, plus personne ne peut payer.",
  "El caso 312 se ha cerrado: la caja no funciona, nadie puede pagar.",
  "La richiesta 312 è stata chiusa: la cassa è ferma, nessuno può pagare.",
  "De melding 312 is opgelost: de kassa ligt plat, niemand kan betalen.",
  "O chamado 312 foi encerrado: a caixa não funciona, ninguém consegue pagar.",
  'New review: "Our checkout was down and nobody could pay. They came within the hour!"',
];
for (const text of ENDED) {
  Deno.test(`what is over is low, and no trouble: ${text}`, () => {
    const { urgencyLevel, painPoints, primaryIntent } = read(text, "312");
    assert.deepEqual([urgencyLevel, painPoints, primaryIntent], ["low", [], "information_sharing"]);
  });
}

Deno.test("a new ticket, one that could not be solved, and an end further down are no end", () => {
  for (
    const text of [
      "New ticket 312: the checkout is down, nobody can pay.",
      "Ticket 312 could not be resolved: the checkout is down, nobody can pay.",
      "The checkout is down. Nobody can pay. Orders are lost. Ticket 298 has been closed.",
    ]
  ) assert.equal(read(text, "312").urgencyLevel, "high", text);
});
