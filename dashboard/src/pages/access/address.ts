import { type Address, joinFragment } from "../../data/address.ts";

export const accessAddress: Address<Record<never, never>> = {
  page: "access",
  parse: (path) => path.length === 1 && path[0] === "access" ? {} : null,
  format: () => joinFragment(["access"]),
};
