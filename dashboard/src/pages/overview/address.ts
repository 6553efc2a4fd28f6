import { type Address, joinFragment } from "../../data/address.ts";

export const overviewAddress: Address<Record<never, never>> = {
  page: "overview",
  parse: (path) => path.length === 1 && path[0] === "" ? {} : null,
  format: () => joinFragment([]),
};
