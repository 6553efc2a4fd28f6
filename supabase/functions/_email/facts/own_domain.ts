/** Does a text name the organization whose domain the sender writes from? */
import { quick } from "../text/quick.ts";

/** Providers whose domain says nothing about an organization. */
const PUBLIC_DOMAIN = new RegExp(
  String.raw`^(?:g(?:oogle)?mail|yahoo|hotmail|outlook|live|msn|aol|icloud|me|gmx|web|t-online|` +
    String.raw`mail|proton(?:mail)?)$`,
);

/** Mailboxes that belong to an organization, not to a person. */
const SHARED_MAILBOX = quick(
  String.raw`^(?:info|kontakt|contact[oe]?|office|mail|hello|hola|team|support|service|` +
    String.raw`help(?:desk)?|sales|vertrieb|ventas|billing|invoices?|rechnung(?:en)?|buchhaltung|` +
    String.raw`accounts?|accounting|orders?|bestellung(?:en)?|logistics?|dispo|admin|hr|jobs|` +
    String.raw`news(?:letter)?|marketing|press|no-?reply|notifications?|bulletin|updates?)\b`,
  "i",
);

/** The names in the domains of some email addresses, folded; public providers are left out. */
export function readOwnDomains(addresses: readonly string[]): ReadonlySet<string> {
  const names = addresses.map((address) =>
    address.toLowerCase().split("@")[1]?.split(".").at(-2) ?? ""
  )
    .filter((name) => !PUBLIC_DOMAIN.test(name)).map(fold);
  return new Set(names.filter((name) => name.length >= 3));
}

/**
 * True for `Harbour Bakery Ltd` and `harbour-bakery.example`, and for a text that starts the
 * name.
 */
export function namesOwnDomain(text: string, domains: ReadonlySet<string>): boolean {
  const folded = fold(text);
  for (const domain of domains) {
    if (folded.startsWith(domain) || folded.length >= 4 && domain.startsWith(folded)) return true;
  }
  return false;
}

/** Whether a mailbox is an organization's, such as `billing@…`. */
export function isSharedMailbox(address: string | null): boolean {
  return address !== null && SHARED_MAILBOX.test(address);
}

/** Letters and digits alone, umlauts and accents as domains write them. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[äöü]/g, (letter) => `${letter.normalize("NFD").charAt(0)}e`)
    .replaceAll("ß", "ss").normalize("NFD").replace(
      /[^a-z\d\p{Script=Cyrillic}\p{Script=Greek}]/gu,
      "",
    );
}
