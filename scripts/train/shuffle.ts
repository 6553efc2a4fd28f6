/** A new list in an order that depends on `random` alone (Fisher and Yates). Linear. */
export function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    const [one, other] = [shuffled[last], shuffled[at]];
    if (one === undefined || other === undefined) continue;
    shuffled[last] = other;
    shuffled[at] = one;
  }
  return shuffled;
}
