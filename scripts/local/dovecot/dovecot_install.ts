import { runProgram } from "../../lib/run_program.ts";
import {
  exists,
  explainNoInstall,
  installPackages,
  updatePackageLists,
} from "../debian_packages.ts";

/** Either the Dovecot that tests use, or one sentence that says what is missing. */
export type DovecotSearch =
  | { readonly found: true; readonly program: string }
  | { readonly found: false; readonly problem: string };

const PLACES = ["/usr/sbin/dovecot", "/opt/homebrew/sbin/dovecot", "/usr/local/sbin/dovecot"];
const PACKAGES = ["dovecot-imapd", "openssl"];

/** Looks for Dovecot 2.3 with IMAP; changes nothing. */
export async function findDovecot(places: readonly string[] = PLACES): Promise<DovecotSearch> {
  for (const program of places) {
    const version = await readVersion(program);
    if (version?.startsWith("2.3.")) return { found: true, program };
    if (version !== undefined) {
      const problem = `Dovecot ${version} has other settings than the 2.3 that the tests write.`;
      return { found: false, problem };
    }
  }
  const obstacle = await explainNoInstall();
  const advice = obstacle === undefined
    ? "`npx -y deno@2.9.6 task test` installs it"
    : `${obstacle}, so install Dovecot 2.3 yourself (Debian: ${PACKAGES.join(" ")})`;
  return { found: false, problem: `There is no Dovecot; ${advice}.` };
}

/**
 * Finds Dovecot and, on Debian and Ubuntu as root, installs it when it is missing. A failed
 * installation throws nothing: the sentence tells it.
 * @param print gets one line for each thing done
 */
export async function ensureDovecot(print: (line: string) => void): Promise<DovecotSearch> {
  const first = await findDovecot();
  if (first.found || (await explainNoInstall()) !== undefined) return first;
  if (await exists("/usr/sbin/dovecot")) return first;
  print("Dovecot: reading the package lists (apt-get update)");
  print(`Dovecot: installing ${PACKAGES.join(" ")} for the tests of IMAP`);
  const failure = await updatePackageLists() ??
    await withoutService(() => installPackages(PACKAGES));
  return failure === undefined ? await findDovecot() : { found: false, problem: failure };
}

const POLICY = "/usr/sbin/policy-rc.d";
const UNIT = "/etc/systemd/system/dovecot.service";

/**
 * Installs without a server of Debian's making: nothing is started, now or at the next boot.
 * What exists is not changed.
 */
async function withoutService<Result>(install: () => Promise<Result>): Promise<Result> {
  if (await exists("/run/systemd/system") && !await exists(UNIT)) {
    await Deno.mkdir("/etc/systemd/system", { recursive: true });
    await Deno.symlink("/dev/null", UNIT);
  }
  const hasPolicy = await exists(POLICY);
  if (!hasPolicy) await Deno.writeTextFile(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    return await install();
  } finally {
    if (!hasPolicy) await Deno.remove(POLICY);
  }
}

async function readVersion(program: string): Promise<string | undefined> {
  try {
    return (await runProgram(program, ["--version"])).stdout.trim();
  } catch {
    return undefined;
  }
}
