/** What somebody has chosen for this browser. Signing out keeps it. */
import { useLayoutEffect, useState } from "preact/hooks";
import * as z from "zod/mini";

const STORED = "nightshift-settings";

const settingsSchema = z.object({
  /** By which clock times are shown. */
  zone: z.catch(z.enum(["local", "utc"]), "local"),
  /** Whether single keys do something. */
  keys: z.catch(z.boolean(), true),
});
export type Settings = z.infer<typeof settingsSchema>;

let settings: Settings = read();
const listeners = new Set<() => void>();

export function getSettings(): Settings {
  return settings;
}

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  localStorage.setItem(STORED, JSON.stringify(settings));
  for (const listener of listeners) listener();
}

/** The settings; whoever uses them is drawn again when they change. */
export function useSettings(): Settings {
  const [seen, setSeen] = useState(settings);
  useLayoutEffect(() => {
    const changed = () => setSeen(settings);
    listeners.add(changed);
    changed();
    return () => void listeners.delete(changed);
  }, []);
  return seen;
}

function read(): Settings {
  let stored: unknown = {};
  try {
    stored = JSON.parse(globalThis.localStorage?.getItem(STORED) ?? "{}");
  } catch {
    // What cannot be read is as if it were not there.
  }
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : { zone: "local", keys: true };
}
