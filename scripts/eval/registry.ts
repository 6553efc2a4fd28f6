import type { Measure } from "./measure.ts";
import { newestText } from "./newest_text.ts";
import { signatures } from "./signatures.ts";

/** Every measure that `deno task eval` knows, in the order it runs them. */
export const MEASURES: readonly Measure[] = [newestText, signatures];
