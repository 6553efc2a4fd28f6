/** What is shown where an answer is not there yet, or did not come. */
import type { ComponentChildren } from "preact";
import { RequestError } from "../data/request_error.ts";

interface Result<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Shows an answer; before it a placeholder, instead of it what went wrong and how to go on. */
export function Answered<Data>({ result, children }: {
  readonly result: Result<Data>;
  readonly children: (data: Data) => ComponentChildren;
}) {
  const { data, error, refetch } = result;
  if (data !== undefined) {
    return (
      <>
        {error && <Problem error={error} refetch={refetch} isOld />}
        {children(data)}
      </>
    );
  }
  if (error) return <Problem error={error} refetch={refetch} />;
  return <Placeholder />;
}

/** The place of what is still coming; it is seen after a moment. */
export function Placeholder() {
  return (
    <div class="placeholder" role="status" aria-label="Loading">
      <i />
      <i />
      <i />
    </div>
  );
}

/** What went wrong, in a sentence, with a button to go on. */
export function Problem({ error, refetch, isOld = false }: {
  readonly error: Error;
  readonly refetch: () => unknown;
  readonly isOld?: boolean;
}) {
  return (
    <p class="problem" role="alert">
      {isOld && "These are older figures. "}
      {error.message} <button type="button" onClick={() => refetch()}>Try again</button>
      <ErrorFacts error={error} />
    </p>
  );
}

/** What to give to whoever looks into it. */
function ErrorFacts({ error }: { readonly error: Error }) {
  if (!(error instanceof RequestError)) return null;
  const facts = [error.code, error.requestId && `request ${error.requestId}`].filter(Boolean);
  return facts.length === 0 ? null : <span class="note">{facts.join(" · ")}</span>;
}

/** A page that has nothing to show: what it would be, why it is not there, and the next step. */
export function Missing({ title, children }: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <h1>{title}</h1>
      <Empty>{children}</Empty>
    </>
  );
}

/** Nothing is there: why, and the next step. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
