import type {
  Attachment,
  InternetMessageHeader,
  MailFolder,
  Message,
  User,
} from "@microsoft/microsoft-graph-types";
import {
  describeMessage,
  type GraphFolder,
  GraphMailbox,
  type KeptMessage,
} from "./graph_mailbox.ts";
import { GraphLogin } from "./graph_login.ts";

/** A page of messages in Microsoft's own shape. */
interface MessagesPage {
  readonly value: readonly (Message & { readonly "@removed"?: { readonly reason: string } })[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
}

/** What a test decides. */
export interface GraphServerOptions {
  /** Answers instead of the mailbox, where it answers. */
  fault?(request: Request): Response | undefined;
  /** How often a page of changes is empty and only leads to the next, 0–1. */
  emptyPages?(): boolean;
}

/** Microsoft's login and Graph on this machine, for one mailbox. */
export function startGraph(options: GraphServerOptions = {}) {
  const mailbox = new GraphMailbox();
  const login = new GraphLogin();
  const requests: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const url = new URL(request.url);
      requests.push(`${request.method} ${url.pathname}${url.search}`);
      const fault = options.fault?.(request);
      if (fault !== undefined) {
        await request.body?.cancel();
        return fault;
      }
      if (url.pathname === "/common/oauth2/v2.0/token") {
        return login.answer(new URLSearchParams(await request.text()));
      }
      const token = (request.headers.get("authorization") ?? "").replace(/^Bearer /, "");
      if (!login.isValid(token)) return fail(401, "InvalidAuthenticationToken");
      const prefer = request.headers.get("prefer") ?? "";
      if (!prefer.includes('IdType="ImmutableId"')) return fail(400, "ErrorNoImmutableId");
      return answer(url, Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? 10));
    },
  );
  const base = `http://127.0.0.1:${server.addr.port}`;

  function answer(url: URL, pageSize: number): Response {
    const path = url.pathname.replace(/^\/v1\.0/, "");
    if (path === "/me") {
      return Response.json(
        {
          mail: "Owner@Example.com",
          userPrincipalName: "owner@example.onmicrosoft.com",
        } satisfies User,
      );
    }
    const [, folder = "", rest = ""] = /^\/me\/mailFolders\/(\w+)(.*)$/.exec(path) ?? [];
    if (rest === "/messages/delta") return listChanges(url, folder as GraphFolder, pageSize);
    if (rest === "/messages") return listMessages(url, folder as GraphFolder);
    if (folder !== "") return Response.json({ id: `id-of-${folder}` } satisfies MailFolder);
    const [, id = "", part = ""] = /^\/me\/messages\/([^/]+)(.*)$/.exec(path) ?? [];
    const message = mailbox.find(decodeURIComponent(id));
    if (message === undefined) return fail(404, "ErrorItemNotFound");
    if (part === "/$value") {
      return new Response(message.raw.slice(), { headers: { "content-type": "text/plain" } });
    }
    if (part === "/attachments") {
      const attachment = { name: "Plan.pdf", contentType: "application/pdf", size: 24_000_000 };
      return Response.json({ value: [attachment satisfies Attachment] });
    }
    const isLarge = url.searchParams.get("$select")?.includes("internetMessageHeaders");
    return Response.json(isLarge ? describeLarge(message) : describeMessage(message));
  }

  function listMessages(url: URL, folder: GraphFolder): Response {
    const { searchParams } = url;
    const filter = /^receivedDateTime ge (\S+?)(?: and receivedDateTime le (\S+))?$/
      .exec(searchParams.get("$filter") ?? "");
    if (filter === null || searchParams.get("$orderby") !== "receivedDateTime desc") {
      return fail(400, "InefficientFilter");
    }
    const [, from = "", to = "9999-01-01T00:00:00Z"] = filter;
    const found = mailbox.list(folder).filter(({ receivedAt }) =>
      receivedAt.getTime() >= Date.parse(from) && receivedAt.getTime() <= Date.parse(to)
    );
    const size = Number(searchParams.get("$top") ?? 10);
    const skip = Number(searchParams.get("$skip") ?? 0);
    const page = found.slice(skip, skip + size);
    const next = new URL(`${base}${url.pathname}${url.search}`);
    next.searchParams.set("$skip", String(skip + size));
    return Response.json(
      {
        value: page.map(describeMessage),
        ...skip + size < found.length ? { "@odata.nextLink": next.href } : {},
      } satisfies MessagesPage,
    );
  }

  /** Tokens of a round: the change it began after, how far it is, and the filter it began with. */
  function listChanges(url: URL, folder: GraphFolder, pageSize: number): Response {
    const { searchParams } = url;
    const token = searchParams.get("$deltatoken") ?? searchParams.get("$skiptoken");
    const since = /^receivedDateTime ge (\S+)$/.exec(searchParams.get("$filter") ?? "")?.[1] ?? "";
    const [reached = 0, from = Date.parse(since) || 0] = token?.split(".").map(Number) ?? [];
    if (token !== null && reached < mailbox.forgottenBefore) return fail(410, "SyncStateNotFound");
    const changes = mailbox.listChanges(folder, reached).filter((change) =>
      "removed" in change || change.receivedAt.getTime() >= from
    );
    const isEmpty = changes.length > 0 && (options.emptyPages?.() ?? false);
    const page = isEmpty ? [] : changes.slice(0, pageSize);
    const link = (name: string, after: number) =>
      `${base}/v1.0/me/mailFolders('${folder}')/messages/delta?${name}=${after}.${from}`
        .replace(/\('(\w+)'\)/, "/$1");
    const isLast = !isEmpty && page.length === changes.length;
    return Response.json(
      {
        value: page.map((change) =>
          "removed" in change
            ? { id: change.removed, "@removed": { reason: "deleted" } }
            : describeMessage(change)
        ),
        ...isLast
          ? { "@odata.deltaLink": link("$deltatoken", mailbox.change) }
          : { "@odata.nextLink": link("$skiptoken", page.at(-1)?.change ?? reached) },
      } satisfies MessagesPage,
    );
  }

  return {
    mailbox,
    login,
    /** Method, path and query of every request. */
    requests,
    settings: {
      clientId: login.clientId,
      clientSecret: login.clientSecret,
      graphUrl: `${base}/v1.0`,
      loginUrl: `${base}/common/oauth2/v2.0`,
      requestMs: 10_000,
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function fail(status: number, code: string): Response {
  const error = { code, message: "secret words of the server", innerError: { "request-id": "1" } };
  return Response.json({ error }, { status });
}

/** The fields of a message and its header lines, as Graph takes them apart. */
function describeLarge({ raw }: KeptMessage) {
  const [header = ""] = new TextDecoder().decode(raw.subarray(0, 8_192)).split("\r\n\r\n");
  const internetMessageHeaders: InternetMessageHeader[] = header.split(/\r\n(?![ \t])/)
    .map((line) => ({
      name: line.slice(0, line.indexOf(":")),
      value: line.slice(line.indexOf(":") + 1).trim(),
    }));
  return {
    internetMessageHeaders,
    body: { contentType: "html", content: "<p>Schöne Grüße</p>" },
  } satisfies Message;
}
