/** A time: how long ago, with the exact one behind it. */
import { exactTime, relative } from "../words.ts";

export function Moment({ at, now = Date.now() }: { readonly at: string; readonly now?: number }) {
  return <time dateTime={at} title={exactTime(at)}>{relative(at, now)}</time>;
}
