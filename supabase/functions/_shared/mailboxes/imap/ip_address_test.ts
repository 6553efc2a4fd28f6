import { deepEqual, equal } from "node:assert/strict";
import { isPublicAddress, parseAddress, PRIVATE_NETWORKS } from "./ip_address.ts";

const SQL = new URL("../../../../migrations/20261122000330_public_urls.sql", import.meta.url);

Deno.test("addresses of the internet are public", () => {
  for (const address of ["1.1.1.1", "93.184.215.14", "172.32.0.1", "2606:4700::1111"]) {
    equal(isPublicAddress(address), true, address);
  }
});

Deno.test("private, loopback, link-local and metadata addresses are not, in any spelling", () => {
  const addresses = [
    ...["127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    ...["169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255"],
    ...["::1", "::", "::ffff:127.0.0.1", "::ffff:a00:1", "0:0:0:0:0:ffff:169.254.169.254"],
    ...["fd00:ec2::254", "fe80::1", "fc00::1", "ff02::1", "64:ff9b::a00:1", "2002:a00:1::"],
    ...["::127.0.0.1", "2001:0:53aa:64c::", "FE80::1"],
  ];
  for (const address of addresses) equal(isPublicAddress(address), false, address);
});

Deno.test("what is no address is not public", () => {
  for (
    const text of ["", "localhost", "0x7f.0.0.1", "010.0.0.1", "1.1.1", "256.1.1.1", "fe80::1%eth0"]
  ) {
    equal(isPublicAddress(text), false, text);
  }
});

Deno.test("IPv6 is read group by group", () => {
  const hex = (address: string) =>
    parseAddress(address)?.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  equal(hex("2001:db8::ff00:42:8329"), "20010db8000000000000ff0000428329");
  equal(hex("::"), "0".repeat(32));
  equal(hex("1:2:3:4:5:6:7:8"), "00010002000300040005000600070008");
  equal(hex("::ffff:1.2.3.4"), "00000000000000000000ffff01020304");
});

Deno.test("the networks are those that the database refuses", async () => {
  const [list = ""] = /'0\.0\.0\.0\/8'[^\]]+/.exec(await Deno.readTextFile(SQL)) ?? [];
  const inSql = [...list.matchAll(/'([^']+)'/g)].map(([, network]) => network);
  deepEqual(inSql.sort(), [...PRIVATE_NETWORKS].sort());
});
