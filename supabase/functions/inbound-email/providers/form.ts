/** The fields and files of a form, as SendGrid and Mailgun send emails. */
import {
  getMultipartBoundary,
  MultipartParseError,
  parseMultipart,
} from "@remix-run/multipart-parser";
import { Problem } from "../../_shared/http/problem.ts";
import type { Delivery } from "./provider.ts";

/** A file of a form; of its content only the length counts. */
export interface FormFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** A form: the bytes of each field by its name, the first of a repeated one. */
export interface Form {
  readonly fields: ReadonlyMap<string, Uint8Array>;
  readonly files: readonly FormFile[];
}

/** More than any email has. Each part costs a little, so their number is bounded. */
const MAX_PARTS = 10_000;
/** Further files are left out: fewer than these are listed with an email. */
const MAX_FILES = 300;

/**
 * Reads a form of either kind.
 * @throws {Problem} `unsupported_media_type` (415), `invalid_request` (400)
 */
export function readForm({ headers, body }: Delivery): Form {
  const type = headers.get("content-type") ?? "";
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const pairs = new URLSearchParams(new TextDecoder().decode(body));
    const fields = new Map<string, Uint8Array>();
    for (const [name, value] of pairs) {
      if (!fields.has(name)) fields.set(name, new TextEncoder().encode(value));
    }
    return { fields, files: [] };
  }
  const boundary = /^multipart\/form-data\b/i.test(type) ? getMultipartBoundary(type) : null;
  if (boundary === null) {
    throw new Problem(
      "unsupported_media_type",
      "Send multipart/form-data with a boundary, or application/x-www-form-urlencoded.",
    );
  }
  return readParts(body, boundary);
}

function readParts(body: Uint8Array, boundary: string): Form {
  const fields = new Map<string, Uint8Array>();
  const files: FormFile[] = [];
  const limits = { maxFileSize: body.length, maxTotalSize: body.length, maxParts: MAX_PARTS };
  try {
    for (const part of parseMultipart(body, { boundary, ...limits })) {
      const { name: field = "", filename } = part;
      if (filename !== undefined) {
        if (files.length === MAX_FILES) continue;
        files.push({ field, name: filename, type: part.mediaType ?? "", size: part.size });
      } else if (!fields.has(field)) {
        fields.set(field, part.bytes);
      }
    }
  } catch (error) {
    if (!(error instanceof MultipartParseError)) throw error;
    throw new Problem("invalid_request", `The form cannot be read: ${error.message}.`);
  }
  return { fields, files };
}

/** A field as text in UTF-8; undefined when the form does not have it. */
export function readText({ fields }: Form, name: string): string | undefined {
  const bytes = fields.get(name);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
