/** Which lines did a program add that signed the text with PGP? */

const BEGIN_TEXT = "-----BEGIN PGP SIGNED MESSAGE-----";
const BEGIN_SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
const END_SIGNATURE = "-----END PGP SIGNATURE-----";
const HASH = /^Hash: [A-Z\d, -]{3,60}$/;

/** For each line whether it is around a signed text; null where none is signed. Linear. */
export function findArmor(lines: readonly string[]): readonly boolean[] | null {
  if (!lines.some((line) => line.startsWith("-----BEGIN PGP S"))) return null;
  // A signature needs an end, or it could hide whatever follows.
  const lastEnd = lines.findLastIndex((line) => line.trimEnd() === END_SIGNATURE);
  let isInSignature = false;
  let isInHead = false;
  return lines.map((line, at) => {
    const said = line.trimEnd();
    if (said === BEGIN_TEXT) return isInHead = true;
    isInHead &&= HASH.test(said);
    if (said === BEGIN_SIGNATURE) isInSignature = at < lastEnd;
    const isArmor = isInHead || isInSignature;
    if (said === END_SIGNATURE) isInSignature = false;
    return isArmor;
  });
}
