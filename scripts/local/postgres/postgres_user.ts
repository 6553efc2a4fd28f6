/** A user of this machine by numbers. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root: then `postgres` where that user exists, else `nobody`.
 * Undefined when we are not root, which means: as ourselves.
 */
export async function findServerUser(): Promise<ServerUser | undefined> {
  if (Deno.uid() !== 0) return undefined;
  const passwd = await Deno.readTextFile("/etc/passwd");
  const user = parseUser(passwd, "postgres") ?? parseUser(passwd, "nobody");
  if (user !== undefined) return user;
  throw new Error(
    "PostgreSQL does not run as root, and /etc/passwd has neither `postgres` nor `nobody`; " +
      "add one of these users or run as another user.",
  );
}

/** Finds a user in the text of a passwd file; undefined when it is not there or is root itself. */
export function parseUser(passwd: string, name: string): ServerUser | undefined {
  for (const line of passwd.split("\n")) {
    const [userName, , uid, gid] = line.split(":");
    if (userName !== name) continue;
    const user = { uid: Number(uid), gid: Number(gid) };
    if (Number.isInteger(user.uid) && Number.isInteger(user.gid) && user.uid > 0) return user;
  }
  return undefined;
}
