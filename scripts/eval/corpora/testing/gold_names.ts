/** RFC 2606 and RFC 6761. */
const RESERVED_HOST = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|org|net))$/i;

const HOST = /(?:@|https?:\/\/|\b(?=www\.))([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/gu;

/** Digits in groups as people write numbers, with a country or area code in front. */
const NUMBER = /(?:\+\d|\(\d{3}\)|\b0\d)(?:[ ().-]{0,2}\d){7,13}/g;

/**
 * Numbers kept free for fiction, digits only, with or without country code. Sources: Ofcom,
 * "Telephone numbers for use in TV and radio drama"; Bundesnetzagentur, "Rufnummern für
 * Medienproduktionen" (notice 148/2021); Arcep's 01 99 00; North American 555-0100 to 555-0199.
 */
const FICTIONAL_NUMBERS: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:44|0)(?:11[3-8]4960|1[2-6]14960|1914980|1632960|2079460|2896496|2920180|` +
      String.raw`7700900|8081570)\d{3}$`,
  ),
  /^(?:49|0)(?:3023125|6990009|4066969|2214710|8999998)\d{3}$/,
  /^(?:49|0)(?:15228817386|15228895456|15254599371|1729925904|1729968532|1749091317|1749464308)$/,
  /^(?:49|0)(?:17139200|176040690)\d\d$/,
  /^(?:33|0)19900\d{4}$/,
  /^1?\d{3}55501\d\d$/,
];

/** Hosts in a text that are not reserved for examples. */
export function findForeignHosts(text: string): string[] {
  return Array.from(text.matchAll(HOST), ([, host = ""]) => host)
    .filter((host) => !RESERVED_HOST.test(host));
}

/** What looks like a telephone number in a text and is in no range kept free for fiction. */
export function findRealNumbers(text: string): string[] {
  return Array.from(text.matchAll(NUMBER), ([number]) => number)
    .filter((number) => {
      const digits = number.replace(/\D/g, "");
      return !FICTIONAL_NUMBERS.some((range) => range.test(digits));
    });
}
