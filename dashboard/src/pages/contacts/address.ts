import { type Address, joinFragment } from "../../data/address.ts";

interface ContactsView {
  /** The contact that is open. */
  readonly contactId: string | null;
  /** Part of a name, company or address; empty for all. */
  readonly search: string;
}

export const contactsAddress: Address<ContactsView> = {
  page: "contacts",
  parse: ([page, contactId = ""], query) =>
    page === "contacts"
      ? { contactId: contactId === "" ? null : contactId, search: query.get("search") ?? "" }
      : null,
  format: ({ contactId, search }) =>
    joinFragment(["contacts", ...contactId === null ? [] : [contactId]], { search }),
};
