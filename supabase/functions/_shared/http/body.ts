import { Buffer } from "node:buffer";
import { Problem } from "./problem.ts";

/** How much of a rejected body is still read, so that a caller who is sending gets the answer. */
const DISCARDED = { maxBytes: 67_108_864, withinMs: 1_000 };

/** Bounds of a body, in bytes and milliseconds. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly withinMs: number;
}

/** What came of a body, cut at its limit, and whether that is all of it. */
export interface ReceivedBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly end: "complete" | "too_large" | "too_slow";
}

/** @throws {Problem} `body_too_large` (413) when the headers announce more than `maxBytes`. */
export function refuseAnnouncedLength(headers: Headers, maxBytes: number): void {
  const length = headers.get("content-length") ?? "";
  if (/^\d+$/.test(length) && Number(length) > maxBytes) throw createTooLarge(maxBytes);
}

/**
 * The bytes of a body, bounded by size and time; empty without one.
 * @throws {Problem} `body_too_large` (413), `body_too_slow` (408)
 */
export async function readBody(
  request: Request,
  limits: BodyLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, end } = await receiveBody(request, limits);
  if (end === "complete") return bytes;
  if (end === "too_large") throw createTooLarge(limits.maxBytes);
  const seconds = limits.withinMs / 1_000;
  throw new Problem("body_too_slow", `The body must arrive within ${seconds} s. Send it again.`);
}

/** Reads a body up to its limits; one that breaks off counts as too slow. */
export async function receiveBody(
  { body }: Pick<Request, "body">,
  { maxBytes, withinMs }: BodyLimits,
): Promise<ReceivedBody> {
  if (body === null) return { bytes: new Uint8Array(), end: "complete" };
  const reader = body.getReader();
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), withinMs);
  const chunks: Uint8Array[] = [];
  let size = 0;
  let end: ReceivedBody["end"] = "too_slow";
  try {
    while (size <= maxBytes) {
      const step = await Promise.race([reader.read(), late.promise]);
      if (step === null) break;
      if (step.done) {
        end = "complete";
        break;
      }
      chunks.push(step.value);
      size += step.value.length;
      if (size > maxBytes) end = "too_large";
    }
  } catch {
    // The caller has gone.
  } finally {
    clearTimeout(timer);
    reader.releaseLock();
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), end };
}

/** Reads what nobody has read of a body, for at most a second. */
export async function discardBody({ body }: Request): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  const timer = setTimeout(() => reader.cancel().catch(() => {}), DISCARDED.withinMs);
  try {
    let size = 0;
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      size += step.value.length;
      if (size > DISCARDED.maxBytes) return await reader.cancel();
    }
  } catch {
    // The caller has gone; nobody waits for the answer.
  } finally {
    clearTimeout(timer);
  }
}

function createTooLarge(maxBytes: number): Problem {
  return new Problem(
    "body_too_large",
    `The body may have at most ${maxBytes.toLocaleString("en-US")} bytes.`,
  );
}
