/** What somebody has chosen for this browser. Signing out keeps it. */
import { useLayoutEffect, useState } from "preact/hooks";
import * as z from "zod/mini";

const STORED = "nightshift-settings";

export interface Settings {
  /** By which clock times are shown. */
  readonly zone: "local" | "utc";
  /** Whether single keys do something. */
  readonly keys: boolean;
}

/** Not `z.catch`, which is a third of the library's size. */
const storedSchema = z.object({ zone: z.optional(z.unknown()), keys: z.optional(z.unknown()) });

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
  const { data } = storedSchema.safeParse(stored);
  return { zone: data?.zone === "utc" ? "utc" : "local", keys: data?.keys !== false };
}
