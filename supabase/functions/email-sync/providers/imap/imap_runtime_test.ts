import { equal } from "node:assert/strict";
import { findDenoRuntime } from "../../../../../scripts/local/functions/deno_runtime.ts";
import { Lifecycle } from "../../../../../scripts/local/process/lifecycle.ts";
import { testOnDovecot } from "../../../../../scripts/local/testing/test_dovecot.ts";

const PROGRAM = new URL("../../testing/read_imap.ts", import.meta.url);
const IMPORT_MAP = new URL("../../../deno.json", import.meta.url);

testOnDovecot(
  "the Deno that hosts functions reads 1 MB over STARTTLS",
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
      const child = new Deno.Command(runtime, {
        args: [
          ...[
            "run",
            "--no-lock",
            "--no-config",
            "--no-prompt",
            `--import-map=${IMPORT_MAP.pathname}`,
          ],
          // What a function may do on the local stack.
          ...["--allow-net=127.0.0.1,localhost", "--allow-env", "--allow-sys=hostname"],
          PROGRAM.pathname,
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
