/**
 * Versions for new migrations, one second apart: from now on, but after every version there is.
 * @param existing versions such as `20261122000100`; others are not compared
 */
export function chooseVersions(count: number, existing: readonly string[], now: Date): string[] {
  const latest = existing.filter((version) => /^\d{14}$/.test(version)).sort().at(-1);
  const after = latest === undefined ? 0 : parseVersion(latest) + 1000;
  const first = Math.max(now.getTime(), after);
  return Array.from({ length: count }, (_, index) => formatVersion(first + index * 1000));
}

function parseVersion(version: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(version)?.slice(1).map(Number) ?? [];
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatVersion(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replaceAll(/\D/g, "").slice(0, 14);
}
