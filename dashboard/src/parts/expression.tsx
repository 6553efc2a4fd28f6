/** A cron expression in words, with the expression and its time zone behind. */
import { tellExpression } from "./expression_words.ts";

/** Pages that show it fetch the words with their code, so that nothing moves when they come. */
export function Expression({ expression, timeZone }: {
  readonly expression: string;
  readonly timeZone: string;
}) {
  const words = tellExpression(expression);
  return (
    <span class="expression">
      {words !== null && `${words} · `}
      <code>{expression}</code> {timeZone}
    </span>
  );
}
