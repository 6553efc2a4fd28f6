import { createHash } from "node:crypto";
import { z } from "zod";

/** A function as it was uploaded. */
export interface UploadedFunction {
  readonly slug: string;
  readonly version: number;
  /** Text by path, as the CLI names them. */
  readonly files: ReadonlyMap<string, string>;
  /** What the platform is told: entry point, import map, whether it checks tokens itself. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What the API acts on. */
export interface ManagedProject {
  readonly ref: string;
  readonly status: string;
  /** Runs one statement, as the SQL editor would or as a reader. */
  runSql(sql: string, readOnly: boolean): Promise<readonly unknown[]>;
}

/** Those endpoints of Supabase's Management API that the CLI calls, on this machine. */
export interface ManagementApi {
  readonly url: string;
  readonly functions: ReadonlyMap<string, UploadedFunction>;
  readonly secrets: ReadonlyMap<string, string>;
  /** Method and path of every call since this was last asked, without the project's own path. */
  takeCalls(): string[];
  /** Makes the next call whose method, path and JSON body match be rejected, once. */
  failNext(pattern: RegExp): void;
  /** Forgets functions and secrets, as a new project has none. */
  reset(): void;
  stop(): Promise<void>;
}

const sqlSchema = z.object({ query: z.string(), read_only: z.boolean().optional() });
const secretsSchema = z.array(z.object({ name: z.string(), value: z.string() }));
const bulkSchema = z.array(z.object({ slug: z.string() }));
const metadataSchema = z.record(z.string(), z.unknown());

/** Starts the API for one project. */
export function startManagementApi(project: ManagedProject): ManagementApi {
  const functions = new Map<string, UploadedFunction>();
  const uploads = new Map<string, UploadedFunction>();
  const secrets = new Map<string, string>();
  let calls: string[] = [];
  let failing: RegExp | undefined;
  const prefix = `/v1/projects/${project.ref}`;

  const routes: Record<string, (body: Response, url: URL) => Promise<Response>> = {
    "GET /v1/projects": () => Promise.resolve(Response.json([describeProject(project)])),
    "GET ": () => Promise.resolve(Response.json(describeProject(project))),
    "GET /secrets": () =>
      Promise.resolve(Response.json([...secrets].map(([name, value]) => ({
        name,
        value: createHash("sha256").update(value).digest("hex"),
      })))),
    "POST /secrets": async (body) => {
      for (const { name, value } of secretsSchema.parse(await body.json())) {
        secrets.set(name, value);
      }
      return new Response(null, { status: 201 });
    },
    "DELETE /secrets": async (body) => {
      for (const name of z.array(z.string()).parse(await body.json())) secrets.delete(name);
      return Response.json({});
    },
    "GET /functions": () => Promise.resolve(Response.json([...functions.values()].map(describe))),
    "POST /functions/deploy": async (body, url) => {
      const slug = url.searchParams.get("slug") ?? "";
      const version = (functions.get(slug)?.version ?? 0) + 1;
      const uploaded = { slug, version, ...await readUpload(body) };
      // Several functions are uploaded first and take effect together; one alone does at once.
      const isOneOfSeveral = url.searchParams.get("bundleOnly") === "true";
      (isOneOfSeveral ? uploads : functions).set(slug, uploaded);
      return Response.json(describe(uploaded), { status: 201 });
    },
    "PUT /functions": async (body) => {
      for (const { slug } of bulkSchema.parse(await body.json())) {
        const uploaded = uploads.get(slug);
        if (uploaded) functions.set(slug, uploaded);
      }
      return Response.json({ functions: [...functions.values()].map(describe) });
    },
    "DELETE /functions/*": (_body, url) => {
      functions.delete(url.pathname.split("/").at(-1) ?? "");
      return Promise.resolve(new Response(null, { status: 200 }));
    },
    "POST /database/query": async (body) => {
      const { query, read_only: readOnly } = sqlSchema.parse(await body.json());
      try {
        return Response.json(await project.runSql(query, readOnly ?? false), { status: 201 });
      } catch (error) {
        const message = `Failed to run sql query: ERROR:  ${
          error instanceof Error ? error.message : error
        }`;
        return Response.json({ message }, { status: 400 });
      }
    },
  };

  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const url = new URL(request.url);
      const call = `${request.method} ${url.pathname.replace(prefix, "")}`;
      calls.push(call + url.search);
      if (!/^Bearer sbp_/.test(request.headers.get("authorization") ?? "")) {
        return Response.json({ message: "Unauthorized" }, { status: 401 });
      }
      const bytes = await request.arrayBuffer();
      const isJson = request.headers.get("content-type")?.includes("json") ?? false;
      if (failing?.test(isJson ? `${call} ${new TextDecoder().decode(bytes)}` : call)) {
        failing = undefined;
        return Response.json({ message: "Refused on purpose" }, { status: 403 });
      }
      const route = routes[call] ?? routes[call.replace(/^(DELETE \/functions)\/.+$/, "$1/*")];
      return await route?.(new Response(bytes, { headers: request.headers }), url) ??
        Response.json({ message: "Not Found" }, { status: 404 });
    },
  );

  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    functions,
    secrets,
    takeCalls: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
    failNext: (pattern) => failing = pattern,
    reset: () => {
      functions.clear();
      secrets.clear();
    },
    stop: () => server.shutdown(),
  };
}

function describeProject({ ref, status }: ManagedProject) {
  return {
    id: ref,
    ref,
    name: "e2e",
    organization_id: "org",
    organization_slug: "org",
    region: "eu-central-1",
    created_at: "2026-01-01T00:00:00Z",
    status,
    database: { host: "127.0.0.1", version: "17", postgres_engine: "17", release_channel: "ga" },
  };
}

function describe({ slug, version, metadata }: UploadedFunction) {
  return {
    id: `id-${slug}`,
    slug,
    name: slug,
    status: "ACTIVE",
    version,
    created_at: 1,
    updated_at: 1,
    verify_jwt: metadata["verify_jwt"],
    import_map: true,
    entrypoint_path: metadata["entrypoint_path"],
    import_map_path: metadata["import_map_path"],
  };
}

async function readUpload(body: Response): Promise<Pick<UploadedFunction, "files" | "metadata">> {
  const form = await body.formData();
  const files = new Map<string, string>();
  let metadata = {};
  for (const [name, value] of form) {
    const text = typeof value === "string" ? value : await value.text();
    if (name === "metadata") metadata = metadataSchema.parse(JSON.parse(text));
    else if (typeof value !== "string") files.set(value.name, text);
  }
  return { files, metadata };
}
