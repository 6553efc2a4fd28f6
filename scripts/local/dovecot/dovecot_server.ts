import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readProgram } from "../../lib/run_program.ts";
import { Lifecycle } from "../process/lifecycle.ts";
import { makeCertificates } from "./certificates.ts";
import { writeDovecotConfig } from "./dovecot_config.ts";

/** A running Dovecot on 127.0.0.1, for any user name and one password. */
export interface Dovecot extends AsyncDisposable {
  readonly tlsPort: number;
  readonly starttlsPort: number;
  readonly password: string;
  /** PEM; clients have to trust it. */
  readonly authority: string;
  /** The file of it. */
  readonly authorityPath: string;
  /** The name of the folder of sent emails, as {@link maildir} takes it. */
  readonly sentMaildir: string;
  /** The maildir of a user's folder; the inbox without a name. Made when it is missing. */
  maildir(user: string, folder?: string): Promise<Maildir>;
}

/** One folder of emails. */
export interface Maildir {
  /** Puts emails into the folder, oldest first; their UIDs follow in this order. */
  deliver(emails: readonly Delivery[]): Promise<void>;
  /** Removes an email as another client would, by the name it was delivered under. */
  remove(name: string): Promise<void>;
  /** Numbers all emails anew under another UIDVALIDITY. */
  renumber(uidValidity: number): Promise<void>;
}

/** One email to deliver. */
export interface Delivery {
  /** Its file's name; letters and digits, in the order of delivery. */
  readonly name: string;
  readonly raw: Uint8Array;
  readonly receivedAt: Date;
  /** Maildir flags, such as `D` for a draft and `T` for a deleted one. */
  readonly flags?: string;
}

const START_ATTEMPTS = 5;
const START_MS = 10_000;

/** The folder of sent emails has a name that is not ASCII: Envoyés, in the spelling of maildirs. */
const SENT_FOLDER = "Envoyés";
const SENT_MAILDIR = "Envoy&AOk-s";

/**
 * Starts a Dovecot in a temporary folder. It ends with the object, or with this process.
 * @throws {Error} with the log when it does not start
 */
export async function startDovecot(program: string): Promise<Dovecot> {
  const lifecycle = new Lifecycle();
  const { folder } = lifecycle;
  try {
    // Its processes run as other users, who have to reach the folder.
    await Deno.chmod(folder, 0o755);
    const { authority, authorityPath, certificatePath, keyPath } = await makeCertificates(folder);
    const owner = await findOwner();
    for (const name of ["run", "state", "mail", "home"]) {
      await Deno.mkdir(join(folder, name));
      if (owner.isRoot) await Deno.chown(join(folder, name), owner.uid, owner.gid);
    }
    const password = crypto.randomUUID();
    for (let attempt = 1;; attempt++) {
      const [tlsPort, starttlsPort] = [takeFreePort(), takeFreePort()];
      const config = writeDovecotConfig({
        ...{
          folder,
          certificatePath,
          keyPath,
          tlsPort,
          starttlsPort,
          password,
          sentFolder: SENT_FOLDER,
        },
        ...{ owner, isRoot: owner.isRoot },
      });
      const configPath = join(folder, "dovecot.conf");
      await Deno.writeTextFile(configPath, config);
      const child = spawn(program, configPath);
      lifecycle.onStop(() => endChild(child));
      if (await answers(child, tlsPort)) {
        return {
          ...{
            tlsPort,
            starttlsPort,
            password,
            authority,
            authorityPath,
            sentMaildir: SENT_MAILDIR,
          },
          maildir: (user, name) => openMaildir(join(folder, "mail", user), name, owner),
          [Symbol.asyncDispose]: () => lifecycle.stop(),
        };
      }
      if (attempt === START_ATTEMPTS) {
        const log = await Deno.readTextFile(join(folder, "dovecot.log")).catch(() => "no log");
        throw new Error(`Dovecot did not start:\n${log}`);
      }
    }
  } catch (error) {
    return await lifecycle.failStart(error);
  }
}

interface Owner {
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
  readonly isRoot: boolean;
}

/** Root's server keeps emails as `nobody`, everybody else's as themselves. */
async function findOwner(): Promise<Owner> {
  const isRoot = Deno.uid() === 0;
  const user = isRoot ? "nobody" : await ask("id", "-un");
  const uid = Number(await ask("id", "-u", user));
  const gid = Number(await ask("id", "-g", user));
  return { user, group: await ask("id", "-gn", user), uid, gid, isRoot };
}

async function ask(program: string, ...args: string[]): Promise<string> {
  return (await readProgram(program, args)).trim();
}

/** A shell ends the server when its input ends, which it does with this process at the latest. */
const SCRIPT = `"$1" -F -c "$2" &
pid=$!
trap 'kill $pid 2>/dev/null' TERM
(cat >/dev/null; kill $pid 2>/dev/null) <&3 &
wait $pid
wait $pid 2>/dev/null`;

function spawn(program: string, configPath: string): Deno.ChildProcess {
  return new Deno.Command("/bin/sh", {
    args: ["-c", `exec 3<&0; ${SCRIPT}`, "sh", program, configPath],
    stdin: "piped",
    stdout: "null",
    stderr: "null",
    cwd: "/",
  }).spawn();
}

async function endChild(child: Deno.ChildProcess): Promise<void> {
  await child.stdin.close().catch(() => {});
  await child.status;
}

async function answers(child: Deno.ChildProcess, port: number): Promise<boolean> {
  let hasEnded = false;
  child.status.then(() => {
    hasEnded = true;
  });
  const deadline = performance.now() + START_MS;
  while (!hasEnded && performance.now() < deadline) {
    try {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      return true;
    } catch {
      await wait(20);
    }
  }
  return false;
}

function takeFreePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function openMaildir(root: string, folder: string | undefined, owner: Owner) {
  const path = folder === undefined ? root : join(root, `.${folder}`);
  const make = async (name: string) => {
    await Deno.mkdir(name, { recursive: true });
    if (owner.isRoot) await Deno.chown(name, owner.uid, owner.gid);
  };
  for (const name of [root, path, ...["cur", "new", "tmp"].map((part) => join(path, part))]) {
    await make(name);
  }
  if (folder !== undefined) await Deno.writeTextFile(join(path, "maildirfolder"), "");
  const findFile = async (name: string) => {
    for await (const entry of Deno.readDir(join(path, "cur"))) {
      if (entry.name.startsWith(`${name}:`)) return entry.name;
    }
    throw new Error(`There is no email ${name} in ${path}.`);
  };
  return {
    async deliver(emails: readonly Delivery[]) {
      for (const { name, raw, receivedAt, flags = "" } of emails) {
        const file = join(path, "tmp", name);
        await Deno.writeFile(file, raw, { mode: 0o644 });
        await Deno.utime(file, receivedAt, receivedAt);
        if (owner.isRoot) await Deno.chown(file, owner.uid, owner.gid);
        await Deno.rename(file, join(path, "cur", `${name}:2,${flags}`));
      }
    },
    async remove(name: string) {
      await Deno.remove(join(path, "cur", await findFile(name)));
    },
    async renumber(uidValidity: number) {
      const names = (await Array.fromAsync(Deno.readDir(join(path, "cur")), (entry) => entry.name))
        .sort();
      for await (const entry of Deno.readDir(path)) {
        if (entry.name.startsWith("dovecot.index") || entry.name === "dovecot-uidlist") {
          await Deno.remove(join(path, entry.name));
        }
      }
      const lines = names.map((name, at) => `${at + 1} :${name}`);
      const list = join(path, "dovecot-uidlist");
      const head = `3 V${uidValidity} N${names.length + 1} G0123456789abcdef0123456789abcdef`;
      await Deno.writeTextFile(list, `${[head, ...lines].join("\n")}\n`);
      if (owner.isRoot) await Deno.chown(list, owner.uid, owner.gid);
    },
  } satisfies Maildir;
}
