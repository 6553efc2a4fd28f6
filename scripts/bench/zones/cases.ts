/** Zones with every kind of change that the ten years know, also a skipped day and half hours. */
export const ZONES = [
  "Europe/Berlin",
  "Europe/Dublin",
  "Europe/Moscow",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Santiago",
  "America/Caracas",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Asia/Gaza",
  "Asia/Pyongyang",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Antarctica/Troll",
] as const;

/** The ten years, whose rules no longer change: Apia skipped a day in 2011. */
export const TEN_YEARS = {
  from: new Date("2010-01-01T00:00:00Z"),
  to: new Date("2019-12-31T23:59:00Z"),
} as const;

/** One time of day: croner has the same rule, apart from a whole day that is skipped. */
export const SINGLE_TIMES = [
  "30 2 * * *",
  "0 0 * * *",
  "45 23 1,15 * *",
  "15 1 * * 0",
  "0 3 29-31 3,10 *",
] as const;

/** Several times of day: croner drops those that are skipped, and runs twice what comes twice. */
export const LISTS = ["0,30 2 * * *", "30 1,2 * * *"] as const;

/** A star as hour: croner has the same rule. */
export const STARS = ["0 * * * *", "20 */2 * * *", "*/15 * * * 0,6"] as const;
