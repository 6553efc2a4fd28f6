import { copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { writeHostFiles } from "../../../scripts/dashboard/host_files.ts";
import type { Stack } from "../../../scripts/local/stack.ts";

/** A static host of the dashboard, and the project on an origin of its own. */
export interface Elsewhere extends AsyncDisposable {
  /** Where the page is. */
  readonly hostUrl: string;
  /** Where the project is; it answers the page's origin as a hosted project does. */
  readonly projectUrl: string;
}

/**
 * Puts a build on a host of its own, as `deno task dashboard` writes it. The project is behind a
 * proxy that adds the CORS headers of a hosted project, which the local stack does not have.
 */
export async function hostElsewhere(stack: Stack, build: string): Promise<Elsewhere> {
  const folder = await Deno.makeTempDir({ prefix: "nightshift-host-" });
  for (const name of await readdir(build)) {
    await copyFile(join(build, name), join(folder, name));
  }
  const quiet = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  const proxy = Deno.serve(quiet, (request) => passOn(request, stack.url));
  const projectUrl = `http://127.0.0.1:${proxy.addr.port}`;
  await writeHostFiles(folder, { url: projectUrl, publishableKey: stack.publishableKey });
  const headers = await readHeaders(folder);
  const host = Deno.serve(quiet, (request) => serveFile(request, folder, headers));
  return {
    hostUrl: `http://127.0.0.1:${host.addr.port}`,
    projectUrl,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([host.shutdown(), proxy.shutdown()]);
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function passOn(request: Request, stackUrl: string): Promise<Response> {
  const cors = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET,POST,PATCH,DELETE,OPTIONS",
    "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "",
    "access-control-expose-headers": "x-request-id, retry-after",
  };
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: cors });
  const { pathname, search } = new URL(request.url);
  const answer = await fetch(`${stackUrl}${pathname}${search}`, {
    method: request.method,
    headers: request.headers,
    ...request.body === null ? {} : { body: await request.arrayBuffer() },
  });
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  for (const [name, value] of Object.entries(cors)) headers.set(name, value);
  const body = await answer.arrayBuffer();
  return new Response(answer.status === 204 ? null : body, { status: answer.status, headers });
}

/** The headers that the host is told to send, from the file that it reads. */
async function readHeaders(folder: string): Promise<Headers> {
  const lines = (await Deno.readTextFile(join(folder, "_headers"))).split("\n").slice(1);
  return new Headers(
    lines.filter((line) => line.trim() !== "").map((line): [string, string] => {
      const [, name = "", value = ""] = /^ +([\w-]+): (.*)$/.exec(line) ?? [];
      return [name, value];
    }),
  );
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
};

async function serveFile(request: Request, folder: string, headers: Headers): Promise<Response> {
  const name = new URL(request.url).pathname.slice(1) || "index.html";
  const body = await Deno.readFile(join(folder, name.replaceAll("/", ""))).catch(() => null);
  const type = TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain";
  return body === null
    ? new Response("Not found.", { status: 404 })
    : new Response(body, { headers: [...headers, ["content-type", type]] });
}
