import type { Context, Handler } from "hono";
import { z } from "zod";
import type { AppEnv } from "../../_shared/http/app.ts";
import { parseJson, validate } from "../../_shared/http/body.ts";
import type { Clock } from "../../_shared/platform/clock.ts";
import { Problem } from "../../_shared/http/problem.ts";
import {
  MAX_JSON_LENGTH,
  MAX_MAIL_BYTES,
  type MessageReading,
  readMessage,
} from "../../_email/mod.ts";
import { chooseEmailSchema, readJsonEmail, workspaceIdSchema } from "../read_json_email.ts";
import { type EmailStore, unknownWorkspace } from "../store.ts";
import { storeMbox } from "../store_mbox.ts";

export interface ReceiveDeps {
  readonly store: EmailStore;
  readonly clock: Clock;
}

type Delivery =
  & { readonly workspaceId: string }
  & ({ readonly reading: MessageReading } | { readonly mbox: Uint8Array });

const requiredSchema = z.object({ workspace_id: workspaceIdSchema });
const querySchema = z.object({ workspace_id: workspaceIdSchema.optional() });

/**
 * `POST /`: takes one mail, as JSON or as `message/rfc822` with `?workspace_id=UUID`; holders of an
 * ingest token need not say which workspace.
 * Answers 201 for a new mail and 200 for one whose message id is there already:
 * `{id, workspace_id, provider_message_id, duplicate}`. An `application/mbox` body gets 200 and what
 * became of each message, see {@link storeMbox}.
 */
export function receive({ store, clock }: ReceiveDeps): Handler<AppEnv> {
  return async function handleMail(c) {
    const now = clock();
    const delivery = await readDelivery(c, now);
    const { workspaceId } = delivery;
    if ("mbox" in delivery) {
      return c.json(await storeMbox(delivery.mbox, workspaceId, store, clock));
    }
    const { reading } = delivery;
    if (!reading.ok) throw new Problem(reading.refusal.code, reading.refusal.detail);
    const result = await store.ingestEmail(workspaceId, reading.email);
    if (result.outcome === "unknown_workspace") throw unknownWorkspace(workspaceId);
    const duplicate = result.outcome === "duplicate";
    return c.json({
      id: result.emailId,
      workspace_id: workspaceId,
      provider_message_id: reading.email.providerMessageId,
      duplicate,
    }, duplicate ? 200 : 201);
  };
}

async function readDelivery(c: Context<AppEnv>, now: Date): Promise<Delivery> {
  const mediaType = c.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  const { workspaceId: own } = c.get("caller");
  if (mediaType === "application/json") return await readJsonDelivery(await c.req.text(), own, now);
  if (mediaType === "message/rfc822" || mediaType === "application/mbox") {
    const workspaceId = chooseWorkspace(validate(querySchema, c.req.query()).workspace_id, own);
    const raw = new Uint8Array(await c.req.arrayBuffer());
    return mediaType === "application/mbox"
      ? { workspaceId, mbox: raw }
      : { workspaceId, reading: await readMessage(raw, now) };
  }
  throw new Problem(
    "unsupported_media_type",
    `${mediaType ? `${mediaType} is not taken` : "The Content-Type is missing"}. Send ` +
      "application/json, or message/rfc822 or application/mbox with ?workspace_id=UUID.",
  );
}

async function readJsonDelivery(
  text: string,
  own: string | undefined,
  now: Date,
): Promise<Delivery> {
  if (text.length > MAX_JSON_LENGTH) {
    throw new Problem(
      "mail_too_large",
      `The JSON has ${text.length.toLocaleString("en-US")} characters; a mail may have at most ` +
        `${MAX_MAIL_BYTES.toLocaleString("en-US")} bytes. Send it without its attachments.`,
    );
  }
  const body = parseJson(text);
  const mail = validate(chooseEmailSchema(body, now), body);
  const workspaceId = chooseWorkspace(mail.workspace_id, own);
  return { workspaceId, reading: await readJsonEmail(mail, now) };
}

/** The workspace that a mail goes to: the caller's own, else the one that the request names. */
function chooseWorkspace(named: string | undefined, own: string | undefined): string {
  if (own === undefined) return validate(requiredSchema, { workspace_id: named }).workspace_id;
  if (named === undefined || named === own) return own;
  throw new Problem(
    "workspace_not_found",
    "There is no such workspace for this ingest token. Leave workspace_id out; it has one of its own.",
  );
}
