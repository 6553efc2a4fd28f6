import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const MINUTES = [
  [
    "Please find below what we agreed on Tuesday.",
    ["Paul: update the risk log", "Anna Berg: order the new labels by 27 November"],
  ],
  [
    "Hier ist das Ergebnis unserer Sitzung vom Dienstag.",
    ["Frau Berger: Termine für die Schulung abstimmen", "Herr Toprak: offene Tickets durchgehen"],
  ],
  [
    "Estos son los acuerdos de la reunión del martes.",
    ["Marta: reunir las actas del comité", "Iván: actualizar el listado de firmas"],
  ],
  [
    "Voici le compte rendu de la réunion de mardi.",
    ["Karim : mettre à jour la liste des fournisseurs", "Léa : envoyer les badges aux visiteurs"],
  ],
] as const;
for (const [text, tasks] of MINUTES) {
  Deno.test(`"${tasks[0]}" is a task where another is listed beside it`, () => {
    const { actionItems } = recordOf(sampleEmail(`${text}\n\n${tasks.join("\n")}`));
    assert.deepEqual(actionItems, tasks);
  });
}

Deno.test("the fields of an invitation are no tasks, nor is one name alone", () => {
  const told = "The summer party takes place in July.";
  const fields = `${told}\n\nVenue: the old town hall\nParking: in the yard behind it`;
  assert.deepEqual(recordOf(sampleEmail(fields)).actionItems, []);
  const one = `${told}\n\nPaul: the man with the barbecue\nDrinks: in the cellar`;
  assert.deepEqual(recordOf(sampleEmail(one)).actionItems, []);
});

const FIELDS = [
  ["Das Sommerfest ist im Juli.", "Treffpunkt: Eingang im Süden\nParkplatz: Hinter den Häusern"],
  ["Het feest is in juli.", "Plaats: Groningen\nVergaderruimte: Begane grond achter de trappen"],
  ["La cena es en julio.", "Lugar: Bar Central de la plaza\nMenú: Pilar lo elige con el cocinero"],
  ["La fête est en juillet.", "Chambre : Premier étage sur cour\nLit : Entier avec rideaux"],
] as const;
for (const [told, fields] of FIELDS) {
  Deno.test(`"${fields.split("\n")[1]}" is a field and no task`, () => {
    assert.deepEqual(recordOf(sampleEmail(`${told}\n\n${fields}`)).actionItems, []);
  });
}
