/**
 * Networks that are not the internet; the same as in `nightshift.is_private_ip`, which a test
 * compares.
 */
export const PRIVATE_NETWORKS: readonly string[] = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"],
  ...["172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "192.0.2.0/24", "192.88.99.0/24"],
  ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"],
  ...["::/96", "::ffff:0:0/96", "64:ff9b::/32", "100::/64", "2001::/32", "2001:db8::/32"],
  ...["2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
];

interface Network {
  readonly bytes: readonly number[];
  readonly prefixLength: number;
}

const NETWORKS = PRIVATE_NETWORKS.map(parseNetwork);

/**
 * Whether an address is one of the internet: no private, loopback, link-local or otherwise reserved
 * network, also when an IPv6 address contains such an IPv4 address. False for what is no address.
 * @param address as a resolver writes it, such as `192.0.2.1` or `2001:db8::1`
 * @example isPublicAddress("::ffff:10.0.0.1") // false
 */
export function isPublicAddress(address: string): boolean {
  const bytes = parseAddress(address);
  return bytes !== undefined && !NETWORKS.some((network) => contains(network, bytes));
}

/**
 * The 4 or 16 bytes of an address; undefined for anything else. Only the one common spelling of
 * IPv4 is read: a resolver gives no other.
 */
export function parseAddress(address: string): readonly number[] | undefined {
  const decimals = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1);
  if (decimals !== undefined) {
    const bytes = decimals.map(Number);
    const isPlain = decimals.every((text, at) => text === String(bytes[at]));
    return isPlain && bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  // The URL parser writes every spelling of IPv6 in one way, without a dotted end.
  if (!/^[0-9a-f:.]+$/i.test(address) || !URL.canParse(`http://[${address}]`)) return undefined;
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const before = splitGroups(head);
  const after = splitGroups(tail ?? "");
  const gap = new Array<number>(8 - before.length - after.length).fill(0);
  return [...before, ...gap, ...after].flatMap((group) => [group >> 8, group & 255]);
}

function splitGroups(text: string): number[] {
  return text === "" ? [] : text.split(":").map((group) => parseInt(group, 16));
}

function parseNetwork(text: string): Network {
  const [address = "", prefixLength] = text.split("/");
  return { bytes: parseAddress(address) ?? [], prefixLength: Number(prefixLength) };
}

function contains({ bytes, prefixLength }: Network, address: readonly number[]): boolean {
  if (bytes.length !== address.length) return false;
  return bytes.every((byte, at) => {
    const bits = Math.min(Math.max(prefixLength - at * 8, 0), 8);
    const mask = (0xff00 >> bits) & 0xff;
    return (byte & mask) === ((address[at] ?? 0) & mask);
  });
}
