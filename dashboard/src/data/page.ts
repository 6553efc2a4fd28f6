/** What the frame knows of a page. */
import { type ComponentChildren, type ComponentType, h } from "preact";
import type { Address } from "./address.ts";

/** A page: where it is, what it is called, and how its code is fetched. */
export interface PageSpec<Params> {
  readonly address: Address<Params>;
  /** The title of the window for a view. */
  title(params: Params): string;
  /** The page's place in the navigation; pages without one are reached from others. */
  readonly link?: PageLink;
  /** Fetches the code, which is a file of its own. */
  load(): Promise<ComponentType<Params>>;
}

export interface PageLink {
  readonly text: string;
  readonly href: string;
  /** `g` and then this key opens it. */
  readonly key?: string;
  /** Shown to operators alone. */
  readonly isForOperators?: boolean;
}

/** A page whose parameters only it knows. */
export interface Page {
  readonly name: string;
  readonly link: PageLink | null;
  /** The view of an address; null when another page has the address. */
  open(path: readonly string[], query: URLSearchParams): View | null;
}

/** One view of a page. */
export interface View {
  readonly page: string;
  readonly title: string;
  /** Fetches the page's code once, and says how this view is drawn. */
  load(): Promise<() => ComponentChildren>;
}

/** Makes an entry of the list of pages. */
export function definePage<Params extends object>(spec: PageSpec<Params>): Page {
  let loading: Promise<ComponentType<Params>> | null = null;
  const load = () => {
    loading ??= spec.load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  return {
    name: spec.address.page,
    link: spec.link ?? null,
    open: (path, query) => {
      const params = spec.address.parse(path, query);
      return params && {
        page: spec.address.page,
        title: spec.title(params),
        load: async () => {
          const Component = await load();
          return () => h(Component, params);
        },
      };
    },
  };
}
