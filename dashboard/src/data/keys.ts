/** Keys that do something: those of the frame and those of the page that is shown. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { tinykeys } from "tinykeys";
import { useSettings } from "./settings.ts";

/** What a key does, in words, and how. */
export interface KeyAct {
  readonly words: string;
  act(event: KeyboardEvent): void;
}

/** By key in the notation of tinykeys, such as `j`, `g o` or `[Shift]+?`. */
export type KeyActs = Readonly<Record<string, KeyAct>>;

const groups = new Set<{ readonly current: KeyActs }>();
const listeners = new Set<() => void>();

/** All keys that do something now. */
export function listKeys(): KeyActs {
  return Object.assign({}, ...[...groups].map(({ current }) => current));
}

/**
 * Keys that do something while this part is shown.
 * @example useKeys({ e: { words: "Answered", act: () => say("answered") } });
 */
export function useKeys(acts: KeyActs): void {
  const group = useRef(acts);
  group.current = acts;
  const names = Object.keys(acts).join("\n");
  useLayoutEffect(() => {
    groups.add(group);
    tell();
    return () => {
      groups.delete(group);
      tell();
    };
  }, [names]);
}

/** Listens to all keys; once, in the frame. */
export function useKeyListener(): void {
  const { keys: isOn } = useSettings();
  const [names, setNames] = useState("");
  useLayoutEffect(() => {
    const changed = () => setNames(Object.keys(listKeys()).join("\n"));
    listeners.add(changed);
    changed();
    return () => void listeners.delete(changed);
  }, []);
  useLayoutEffect(() => {
    if (!isOn || names === "") return;
    // One listener for all, sequences first: otherwise the end of "g s" would also be "s".
    const sorted = names.split("\n").toSorted((a, b) => b.split(" ").length - a.split(" ").length);
    return tinykeys(
      globalThis.window,
      Object.fromEntries(
        sorted.map((name) => [name, (event: KeyboardEvent) => {
          if (document.querySelector("dialog[open]")) return;
          event.preventDefault();
          listKeys()[name]?.act(event);
        }]),
      ),
      { ignore: isForAnother },
    );
  }, [isOn, names]);
}

/** What is typed into a field is text; a checkbox takes no text. */
function isForAnother({ target, repeat, isComposing }: KeyboardEvent): boolean {
  return repeat || isComposing || target instanceof Element &&
      target.matches("textarea, select, input:not([type=checkbox]), [contenteditable]");
}

function tell(): void {
  for (const listener of listeners) listener();
}
