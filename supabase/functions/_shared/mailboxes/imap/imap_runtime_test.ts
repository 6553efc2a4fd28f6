import { equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findDenoRuntime } from "../../../../../scripts/local/functions/deno_runtime.ts";
import { Lifecycle } from "../../../../../scripts/local/process/lifecycle.ts";
import { testOnDovecot } from "../../../../../scripts/local/testing/test_dovecot.ts";

const PROGRAM = fileURLToPath(new URL("../testing/read_imap.ts", import.meta.url));

testOnDovecot(
  "bundled, on the Deno that hosts functions, 1 MB is read over STARTTLS",
  async (dovecot, user) => {
    const lifecycle = new Lifecycle();
    try {
      const raw = new TextEncoder().encode(
        `Subject: Large\r\n\r\n${"0123456789\r\n".repeat(90_000)}`,
      );
      const receivedAt = new Date("2026-11-20T12:00:00Z");
      const inbox = await dovecot.maildir(user);
      await inbox.deliver([{ name: "1700000001.x", raw, receivedAt }]);
      const { authority, password, starttlsPort: port } = dovecot;
      const runtime = await findDenoRuntime(lifecycle);
      // As it is deployed: without packages.
      const bundle = await new Deno.Command(Deno.execPath(), {
        args: ["bundle", "--quiet", "--code-splitting", "--outdir", lifecycle.folder, PROGRAM],
        stdout: "null",
        stderr: "piped",
      }).output();
      ok(bundle.success, new TextDecoder().decode(bundle.stderr));
      const child = new Deno.Command(runtime, {
        args: [
          ...[
            "run",
            "--no-lock",
            "--no-config",
            "--no-prompt",
          ],
          // What a function may do on the local stack.
          ...["--allow-net=127.0.0.1,localhost", "--allow-env", "--allow-sys=hostname"],
          join(lifecycle.folder, "read_imap.js"),
        ],
        env: { DENO_TLS_CA_STORE: "system", NO_COLOR: "1" },
        stdin: "piped",
        stdout: "piped",
        stderr: "piped",
      }).spawn();
      const input = new Response(JSON.stringify({
        settings: { ports: [port], caCertificates: [authority] },
        credentials: {
          ...{ host: "localhost", port, security: "starttls" },
          ...{ username: user, password },
        },
        since: "2026-11-01T00:00:00Z",
      }));
      await input.body?.pipeTo(child.stdin);
      const { stdout, stderr } = await child.output();
      const decoder = new TextDecoder();
      equal(
        decoder.decode(stdout).trim() || decoder.decode(stderr),
        JSON.stringify({ version: "2.1.4", lengths: [raw.length] }),
      );
    } finally {
      await lifecycle.stop();
    }
  },
);
