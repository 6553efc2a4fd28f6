/**
 * The function `mailboxes` sends the browser back with a query, which is no part of our addresses.
 * It becomes one, before anything is drawn.
 */
export function takeReturn(format: (back: { code: string; problem: string }) => string): void {
  const query = new URLSearchParams(location.search);
  const code = query.get("mailbox_code") ?? "";
  const problem = query.get("mailbox_error") ?? "";
  if (code + problem === "") return;
  history.replaceState(null, "", `${location.pathname}${format({ code, problem })}`);
}
