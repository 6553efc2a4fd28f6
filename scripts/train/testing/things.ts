/** What the made-up emails of the tests of training are about: enough of each for every fold. */
export const THINGS = [
  "lamp",
  "chair",
  "door",
  "stove",
  "clock",
  "shelf",
  "table",
  "kettle",
  "rug",
  "bed",
];
