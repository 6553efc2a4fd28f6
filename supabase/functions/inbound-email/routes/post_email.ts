import type { Context, Handler } from "hono";
import {
  MAX_JSON_LENGTH,
  MAX_MAIL_BYTES,
  type MessageReading,
  readMessage,
} from "../../_email/mod.ts";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { readJson, validate } from "../../_shared/http/json.ts";
import { Problem } from "../../_shared/http/problem.ts";
import { chooseWorkspace, readQuery } from "../choose_workspace.ts";
import type { AppDeps } from "../deps.ts";
import { chooseEmailSchema, readJsonEmail } from "../read_json_email.ts";
import { storeMbox } from "../store_mbox.ts";

/**
 * `POST /`: one email, as JSON or as `message/rfc822` with `?workspace_id=UUID`. Holders of an
 * ingest token can leave the workspace out. Answers 201 for a new email and 200 for one whose
 * message id is already there: `{id, workspace_id, provider_message_id, duplicate}`. For an
 * `application/mbox` body it answers 200 with a result for each message, see {@link storeMbox}.
 */
export function postEmail({ store, clock }: AppDeps): Handler<AppEnv> {
  return async function answerEmail(c) {
    const now = clock();
    const mediaType = readMediaType(c);
    const isCounted = c.get("caller").kind === "ingest_token";
    if (mediaType === "application/mbox") {
      const workspaceId = chooseWorkspace(c, readQuery(c));
      return c.json(await storeMbox(c.get("body"), { workspaceId, isCounted }, store, clock));
    }
    const { workspaceId, reading } = mediaType === "application/json"
      ? await readJsonDelivery(c, now)
      : {
        workspaceId: chooseWorkspace(c, readQuery(c)),
        reading: await readMessage(c.get("body"), now),
      };
    if (!reading.ok) throw new Problem(reading.refusal.code, reading.refusal.detail);
    const result = await store.ingestEmail(workspaceId, reading.email, { isCounted });
    if (result.outcome === "rejected") throw result.problem;
    const duplicate = result.outcome === "duplicate";
    return c.json({
      id: result.emailId,
      workspace_id: workspaceId,
      provider_message_id: reading.email.providerMessageId,
      duplicate,
    }, duplicate ? 200 : 201);
  };
}

/** @throws {Problem} `unsupported_media_type` (415) */
function readMediaType(c: Context<AppEnv>): string {
  const mediaType = c.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  const isKnown = ["application/json", "message/rfc822", "application/mbox"].includes(
    mediaType ?? "",
  );
  if (mediaType !== undefined && isKnown) return mediaType;
  throw new Problem(
    "unsupported_media_type",
    `${mediaType ? `${mediaType} is not supported` : "The Content-Type is missing"}. Send ` +
      "application/json, or message/rfc822 or application/mbox with ?workspace_id=UUID.",
  );
}

async function readJsonDelivery(
  c: Context<AppEnv>,
  now: Date,
): Promise<{ workspaceId: string; reading: MessageReading }> {
  const { length } = c.get("body");
  if (length > MAX_JSON_LENGTH) {
    throw new Problem(
      "mail_too_large",
      `The JSON has ${length.toLocaleString("en-US")} bytes; an email may have at most ` +
        `${MAX_MAIL_BYTES.toLocaleString("en-US")} bytes. Send it without its attachments.`,
    );
  }
  const body = readJson(c);
  const email = validate(chooseEmailSchema(body, now), body);
  const workspaceId = chooseWorkspace(c, email.workspace_id);
  return { workspaceId, reading: await readJsonEmail(email, now) };
}
