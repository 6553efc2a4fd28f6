/**
 * Emails, the people who write them, and where they come from.
 * One file is fetched for all.
 */
export { Answers } from "./answers/answers.tsx";
export { Contacts } from "./contacts/contacts.tsx";
export { Reports } from "./reports/reports.tsx";
export { Mailboxes } from "./mailboxes/mailboxes.tsx";
export { Why } from "./why/why.tsx";
