/** Addresses: every view is in the fragment, so that no rewrite rules are needed. */
import { useEffect, useState } from "preact/hooks";

export type Route =
  | { readonly page: "overview" }
  | { readonly page: "slot"; readonly schedule: string; readonly slot: string }
  | { readonly page: "answers"; readonly tab: AnswerTab; readonly emailId: string | null };

export const ANSWER_TABS = ["open", "snoozed", "done"] as const;
export type AnswerTab = (typeof ANSWER_TABS)[number];

/** The view that a fragment names; the overview for what is no address of ours. */
export function parseRoute(fragment: string): Route {
  const [path = "", query = ""] = fragment.replace(/^#\/?/, "").split("?");
  const [page = "", first = "", second = ""] = path.split("/").map(decode);
  if (page === "slots" && first !== "" && !Number.isNaN(Date.parse(second))) {
    return { page: "slot", schedule: first, slot: second };
  }
  if (page === "answers") {
    const said = new URLSearchParams(query).get("tab");
    const tab = ANSWER_TABS.find((name) => name === said) ?? "open";
    return { page: "answers", tab, emailId: first === "" ? null : first };
  }
  return { page: "overview" };
}

/** The address of a view. */
export function formatRoute(route: Route): string {
  if (route.page === "slot") {
    return `#/slots/${encodeURIComponent(route.schedule)}/${encodeURIComponent(route.slot)}`;
  }
  if (route.page === "overview") return "#/";
  const email = route.emailId === null ? "" : `/${encodeURIComponent(route.emailId)}`;
  return `#/answers${email}${route.tab === "open" ? "" : `?tab=${route.tab}`}`;
}

/** The view of the address bar; Back works. */
export function useRoute(): Route {
  const [fragment, setFragment] = useState(location.hash);
  useEffect(() => {
    const changed = () => setFragment(location.hash);
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return parseRoute(fragment);
}

export function go(route: Route): void {
  location.hash = formatRoute(route);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
