/** A provider on the loopback for tests: speaks both wire formats and answers as it is told. */
import * as z from "zod";
import type { ChosenModel } from "../../models.ts";

type Analyzer = ChosenModel["analyzer"];

/** A request as the provider saw it, the same for both formats. */
export interface SeenCall {
  readonly analyzer: Analyzer;
  readonly key: string | null;
  readonly instructions: string;
  readonly prompt: string;
  readonly maxTokens: number | undefined;
  /** The whole body. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the provider answers: a text of the model, or something of HTTP; never for silence. */
export type TestReply =
  | { readonly text: string; readonly isCutOff?: boolean; readonly usage?: TestUsage | null }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body: unknown }
  | "silence";

export interface TestUsage {
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly tokensCached: number;
}
export const TEST_USAGE: TestUsage = { tokensIn: 1_000, tokensOut: 100, tokensCached: 200 };

export interface TestProvider {
  /** Base URL of both formats. */
  readonly url: string;
  readonly seen: readonly SeenCall[];
}

/** Answers one call; `count` is 1 for the first. */
export type Respond = (call: SeenCall, count: number) => TestReply | Promise<TestReply>;

/** Runs a provider for as long as `use` takes. */
export async function withProvider(
  respond: Respond,
  use: (provider: TestProvider) => Promise<void>,
): Promise<void> {
  const seen: SeenCall[] = [];
  const over = Promise.withResolvers<void>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const call = await readCall(request);
      seen.push(call);
      const reply = await respond(call, seen.length);
      if (reply === "silence") {
        await over.promise;
        return new Response(null, { status: 500 });
      }
      return toResponse(call, reply);
    },
  );
  try {
    await use({ url: `http://127.0.0.1:${server.addr.port}/v1`, seen });
  } finally {
    over.resolve();
    await server.shutdown();
  }
}

const anthropicSchema = z.looseObject({
  max_tokens: z.int(),
  system: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
  messages: z.tuple([z.object({
    role: z.literal("user"),
    content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
  })]),
});
const openAiSchema = z.looseObject({
  max_tokens: z.int().optional(),
  messages: z.tuple([
    z.object({ role: z.literal("system"), content: z.string() }),
    z.object({ role: z.literal("user"), content: z.string() }),
  ]),
});

async function readCall(request: Request): Promise<SeenCall> {
  const { pathname } = new URL(request.url);
  const json: unknown = await request.json();
  if (pathname === "/v1/messages") {
    const body = anthropicSchema.parse(json);
    return {
      analyzer: "anthropic",
      key: request.headers.get("x-api-key"),
      instructions: body.system[0].text,
      prompt: body.messages[0].content[0].text,
      maxTokens: body.max_tokens,
      body,
    };
  }
  const body = openAiSchema.parse(json);
  return {
    analyzer: "openai-compatible",
    key: request.headers.get("authorization"),
    instructions: body.messages[0].content,
    prompt: body.messages[1].content,
    maxTokens: body.max_tokens,
    body,
  };
}

function toResponse({ analyzer, body }: SeenCall, reply: Exclude<TestReply, "silence">): Response {
  if ("status" in reply) {
    const headers = { "content-type": "application/json", ...reply.headers };
    const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
    return new Response(text, { status: reply.status, headers });
  }
  const { text, isCutOff = false, usage = TEST_USAGE } = reply;
  return Response.json(
    analyzer === "anthropic"
      ? {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: "a-model",
        // What stands in for structured outputs with older models: the answer as a tool's input.
        content: body["tools"] === undefined
          ? [{ type: "text", text }]
          : [{ type: "tool_use", id: "toolu_1", name: "json", input: JSON.parse(text) }],
        stop_reason: isCutOff ? "max_tokens" : "end_turn",
        stop_sequence: null,
        usage: {
          input_tokens: usage ? usage.tokensIn - usage.tokensCached : 0,
          cache_read_input_tokens: usage?.tokensCached ?? 0,
          output_tokens: usage?.tokensOut ?? 0,
        },
      }
      : {
        id: "chatcmpl-1",
        object: "chat.completion",
        created: 1,
        model: "a-model",
        choices: [{
          index: 0,
          message: { role: "assistant", content: text },
          finish_reason: isCutOff ? "length" : "stop",
        }],
        ...(usage && {
          usage: {
            prompt_tokens: usage.tokensIn,
            completion_tokens: usage.tokensOut,
            total_tokens: usage.tokensIn + usage.tokensOut,
            prompt_tokens_details: { cached_tokens: usage.tokensCached },
          },
        }),
      },
  );
}
