import { equal } from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDeno, runProgram } from "../../../../../scripts/lib/run_program.ts";
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
      const { folder } = lifecycle;
      await readDeno(["bundle", "--quiet", "--code-splitting", "--outdir", folder, PROGRAM]);
      const input = JSON.stringify({
        settings: { ports: [port], caCertificates: [authority] },
        credentials: {
          ...{ host: "localhost", port, security: "starttls" },
          ...{ username: user, password },
        },
        since: "2026-11-01T00:00:00Z",
      });
      const { stdout, stderr } = await runProgram(runtime, [
        ...["run", "--no-lock", "--no-config", "--no-prompt"],
        // What a function may do on the local stack.
        ...["--allow-net=127.0.0.1,localhost", "--allow-env", "--allow-sys=hostname"],
        join(folder, "read_imap.js"),
      ], { env: { DENO_TLS_CA_STORE: "system", NO_COLOR: "1" }, input });
      equal(
        stdout.trim() || stderr,
        JSON.stringify({ version: "2.1.4", lengths: [raw.length] }),
      );
    } finally {
      await lifecycle.stop();
    }
  },
);
