import { deepEqual, ok } from "node:assert/strict";
import { createRandom } from "../../../../../scripts/lib/random.ts";
import { findUidsAfter, findUidsBefore, type UidPage } from "./search_uids.ts";

const folderOf = (uids: readonly number[]) => {
  const searches: [number, number][] = [];
  return {
    searches,
    search: (first: number, last: number) => {
      searches.push([first, last]);
      return Promise.resolve(uids.filter((uid) => uid >= first && uid <= last));
    },
  };
};

async function readAll(
  from: number,
  end: number,
  next: (reached: number) => Promise<UidPage>,
): Promise<number[]> {
  const uids: number[] = [];
  for (let reached = from; reached !== end;) {
    const page = await next(reached);
    ok(page.reached !== reached, "it stands still");
    uids.push(...page.uids);
    reached = page.reached;
  }
  return uids;
}

Deno.test("every UID is found once, ascending and descending, however far apart they are", async () => {
  const random = createRandom(3);
  for (const spread of [1, 50, 5_000, 400_000]) {
    let uid = 0;
    const uids = Array.from({ length: 60 }, () => uid += 1 + Math.floor(random() * spread));
    const { search } = folderOf(uids);
    const ascending = await readAll(0, uid, (after) => findUidsAfter(search, after, uid, 7));
    deepEqual(ascending, uids);
    const descending = await readAll(uid + 1, 1, (before) => findUidsBefore(search, before, 7))
      .catch((error) => error);
    deepEqual(descending, uids.toReversed());
  }
});

Deno.test("one call asks 20 times at most, and a range has 100,000 numbers at most", async () => {
  const { search, searches } = folderOf([]);
  const page = await findUidsAfter(search, 0, 4_000_000_000, 10);
  deepEqual(page.uids, []);
  ok(searches.length === 20, String(searches.length));
  ok(searches.every(([first, last]) => last - first < 100_000));
});
