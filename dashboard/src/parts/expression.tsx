/** A cron expression in words. The library is fetched when the first one is shown. */
import { useEffect, useState } from "preact/hooks";

type Tell = (expression: string) => string;

let loading: Promise<Tell> | null = null;

function load(): Promise<Tell> {
  loading ??= import("cronstrue").then(({ default: { toString: tell } }) => (expression) =>
    tell(expression, { use24HourTimeFormat: true, throwExceptionOnParseError: false })
  );
  return loading;
}

/** In words, with the expression and its time zone behind. */
export function Expression({ expression, timeZone }: {
  readonly expression: string;
  readonly timeZone: string;
}) {
  const [words, setWords] = useState("");
  useEffect(() => {
    let isWanted = true;
    // Without the words the expression is there all the same.
    load().then((tell) => isWanted && setWords(tell(expression)), () => {});
    return () => {
      isWanted = false;
    };
  }, [expression]);
  return (
    <span class="expression">
      {words !== "" && `${words} · `}
      <code>{expression}</code> {timeZone}
    </span>
  );
}
