import { render } from "preact";
import { App } from "./app.tsx";
import { readConfig } from "./config.ts";
import { takeReturn } from "./pages/mailboxes/returned.ts";
import { createSessions } from "./data/session.ts";
import { findView } from "./pages.ts";
import { mailboxesAddress } from "./pages/mailboxes/address.ts";

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no element app");

try {
  takeReturn(mailboxesAddress.format);
  const readingConfig = readConfig();
  // The first page's code comes beside the configuration. A failure is told where it is drawn.
  findView(location.hash).load().catch(() => {});
  const config = await readingConfig;
  render(<App config={config} sessions={createSessions(config)} />, root);
} catch (error) {
  root.textContent = error instanceof Error ? error.message : String(error);
}
