import { render } from "preact";
import { App } from "./app.tsx";
import { readConfig } from "./config.ts";
import { createSessions } from "./data/session.ts";

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no element app");

try {
  const config = await readConfig();
  render(<App config={config} sessions={createSessions(config)} />, root);
} catch (error) {
  root.textContent = error instanceof Error ? error.message : String(error);
}
