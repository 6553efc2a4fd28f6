/** Why a request did not work, in a sentence, and what to do where a person can do something. */
export class RequestError extends Error {
  constructor(
    message: string,
    /** 0 where no response came. */
    readonly status: number,
    /** Of the catalogue, such as `workspace_not_visible`; empty when the error has no code. */
    readonly code = "",
    /** What to give to whoever looks into it; empty where the project told none. */
    readonly requestId = "",
    /** How long to wait before the next try; null where nobody said. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
    this.name = "RequestError";
  }

  /** Whether the same request may work a moment later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** The error of a response that is not ok. @param answer its body */
export function describeFailure(response: Response, answer: unknown): RequestError {
  const { code, sentence } = readAnswer(answer);
  const seconds = Number(response.headers.get("retry-after") ?? "");
  const retryAfterMs = seconds > 0 ? seconds * 1_000 : null;
  const waits = response.status === 429 && retryAfterMs !== null
    ? ` Wait ${Math.ceil(seconds)} s, then try again.`
    : "";
  return new RequestError(
    `${
      sentence === "" ? `The project answered with status ${response.status}.` : sentence
    }${waits}`,
    response.status,
    code,
    response.headers.get("x-request-id") ?? response.headers.get("sb-request-id") ?? "",
    retryAfterMs,
  );
}

/** The database says `code: sentence` as its message; functions answer RFC 9457. */
function readAnswer(answer: unknown): { readonly code: string; readonly sentence: string } {
  if (typeof answer !== "object" || answer === null) return { code: "", sentence: "" };
  if ("detail" in answer || "title" in answer) {
    const { detail, title, code } = answer as Readonly<Record<string, unknown>>;
    return { code: String(code ?? ""), sentence: String(detail ?? title) };
  }
  const message = "message" in answer ? String(answer.message) : "";
  const [, code = "", sentence = message] = /^([a-z_]+): (.*)$/s.exec(message) ?? [];
  return { code, sentence };
}
