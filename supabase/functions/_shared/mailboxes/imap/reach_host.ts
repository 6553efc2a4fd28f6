import { MailboxError } from "../provider.ts";
import { isPublicAddress, parseAddress } from "./ip_address.ts";

/**
 * The addresses that a connection to a host may go to. It goes to one of these, not to the name: a
 * name that is resolved a second time can lead somewhere else.
 */
export type FindAddresses = (host: string) => Promise<readonly string[]>;

/** Addresses of a name. Rejects for one that is unknown. */
type Resolve = (host: string) => Promise<readonly string[]>;

/** More are not tried. */
const MOST_ADDRESSES = 4;

/** For a server in the network of the operator: the host as it is. */
export const allowAnyAddress: FindAddresses = (host) => Promise.resolve([host]);

/**
 * Public addresses, except for hosts that the operator allows by name.
 * @example createAddressFinder(["imap.internal"])
 */
export function createAddressFinder(allowedHosts: readonly string[]): FindAddresses {
  return (host) => allowedHosts.includes(host) ? allowAnyAddress(host) : findPublicAddresses(host);
}

/**
 * Addresses of a host on the internet; all that it has must be public.
 * @throws {MailboxError} `temporary`: the name is unknown, or one of its addresses is private
 */
export async function findPublicAddresses(
  host: string,
  resolve: Resolve = resolveByDns,
): Promise<readonly string[]> {
  const isAddress = parseAddress(host) !== undefined;
  const addresses = isAddress ? [host] : await resolve(host).catch((cause: unknown) => {
    throw new MailboxError("temporary", "The name of the IMAP server was not found.", { cause });
  });
  if (addresses.length === 0) {
    throw new MailboxError("temporary", "The name of the IMAP server has no address.");
  }
  if (!addresses.every(isPublicAddress)) {
    throw new MailboxError(
      "temporary",
      "The IMAP server has a private address. Only servers on the internet can be reached.",
    );
  }
  return addresses.slice(0, MOST_ADDRESSES);
}

/** IPv4 first: hosted functions have no IPv6 everywhere. */
async function resolveByDns(host: string): Promise<readonly string[]> {
  const answers = await Promise.allSettled([
    Deno.resolveDns(host, "A"),
    Deno.resolveDns(host, "AAAA"),
  ]);
  const found = answers.flatMap((answer) => answer.status === "fulfilled" ? answer.value : []);
  const [first] = answers;
  if (found.length === 0 && first.status === "rejected") throw first.reason;
  return found;
}
