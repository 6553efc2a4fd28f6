/** Addresses: every view is in the fragment, so that no host needs rewrite rules. */
import { useLayoutEffect, useState } from "preact/hooks";

/** How the views of one page are written in the address bar. */
export interface Address<Params> {
  /** The name of the page, such as `answers`. */
  readonly page: string;
  /** The view that a path names; null when another page has the path. */
  parse(path: readonly string[], query: URLSearchParams): Params | null;
  /** The fragment of a view, with its `#`. */
  format(params: Params): string;
}

/** The decoded parts of a fragment. Parts that are no valid text are empty. */
export interface Parts {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** @example splitFragment("#/slots/half-hourly").path // ["slots", "half-hourly"] */
export function splitFragment(fragment: string): Parts {
  const [path = "", query = ""] = fragment.replace(/^#\/?/, "").split("?");
  return { path: path.split("/").map(decode), query: new URLSearchParams(query) };
}

/**
 * A fragment from its parts.
 * @param query entries that are null or empty are left out
 * @example joinFragment(["answers", id], { tab: "done" }) // "#/answers/<id>?tab=done"
 */
export function joinFragment(
  path: readonly string[],
  query: Readonly<Record<string, string | null>> = {},
): string {
  const said = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] =>
      entry[1] !== null && entry[1] !== ""
    ),
  ).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${said === "" ? "" : `?${said}`}`;
}

/**
 * The fragment in the address bar. It is read again when listening begins, because it may have
 * changed since the first drawing.
 */
export function useFragment(): string {
  const [fragment, setFragment] = useState(location.hash);
  useLayoutEffect(() => {
    const changed = () => setFragment(location.hash);
    addEventListener("hashchange", changed);
    changed();
    return () => removeEventListener("hashchange", changed);
  }, []);
  return fragment;
}

/** Opens a view; Back leads to the one before. */
export function go(fragment: string): void {
  location.hash = fragment;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
