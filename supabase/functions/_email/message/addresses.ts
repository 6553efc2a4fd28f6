import type { Address } from "postal-mime";
import { cleanField } from "./clean_field.ts";
import { FIELD_LIMITS } from "./stored_email.ts";

export interface Sender {
  readonly fromEmail: string | null;
  readonly fromName: string | null;
}

/** One `@` at least with something on both sides, no white space, no angle brackets. */
const ADDRESS = /^[^\s<>@\p{Cc}][^\s<>\p{Cc}]*@[^\s<>@\p{Cc}]+$/u;

/** The usable addresses of a header field, lower case, each once, at most 100. Groups are opened. */
export function listAddresses(addresses: readonly Address[] | undefined): string[] {
  const found = new Set<string>();
  for (const entry of addresses ?? []) {
    for (const mailbox of entry.group ?? [entry]) {
      const address = cleanAddress(mailbox.address);
      if (address !== null) found.add(address);
      if (found.size === FIELD_LIMITS.recipients) return [...found];
    }
  }
  return [...found];
}

/** Address and display name of a sender; each null when there is none. */
export function readSender(from: Address | undefined): Sender {
  const mailbox = from?.group?.[0] ?? from;
  const fromName = cleanField(mailbox?.name ?? "", FIELD_LIMITS.name);
  return { fromEmail: cleanAddress(mailbox?.address), fromName: fromName === "" ? null : fromName };
}

function cleanAddress(written: string | undefined): string | null {
  const address = (written ?? "").trim().toLowerCase();
  const isUsable = address.length <= FIELD_LIMITS.address && address.isWellFormed() &&
    ADDRESS.test(address);
  return isUsable ? address : null;
}
