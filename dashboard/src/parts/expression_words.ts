/** Says cron expressions in words, by a library that only pages with expressions fetch. */
type Tell = (expression: string) => string;

let loading: Promise<void> | null = null;
let tell: Tell | null = null;

/** Fetches the library. Without it expressions are shown as they are. */
export function loadExpressionWords(): Promise<void> {
  loading ??= import("cronstrue").then(({ default: { toString } }) => {
    tell = (expression) =>
      toString(expression, { use24HourTimeFormat: true, throwExceptionOnParseError: false });
  }).catch(() => {
    loading = null;
  });
  return loading;
}

/** @returns null before the library is there */
export function tellExpression(expression: string): string | null {
  return tell && tell(expression);
}
