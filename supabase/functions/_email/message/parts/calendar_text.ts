/** What an invitation says, where a message has no other text. */
import ICAL from "ical.js";

type CalendarEvent = InstanceType<typeof ICAL.Component>;

/** Longer calendars are cut; an invitation takes a few kB. */
const MAX_UNITS = 65_536;
const MAX_EVENTS = 5;

/**
 * Summary, time, place, organizer and description of the events, as lines; null when there is no
 * event. Never throws.
 * @example describeCalendar("BEGIN:VCALENDAR…") // "Quarterly review\nWhen: 2026-12-01 10:00 …"
 */
export function describeCalendar(calendar: string): string | null {
  try {
    const parsed = ICAL.parse(calendar.slice(0, MAX_UNITS).trim());
    const root = new ICAL.Component(Array.isArray(parsed[0]) ? parsed[0] : parsed);
    const events = ["vevent", "vtodo"].flatMap((kind) => root.getAllSubcomponents(kind));
    const method = String(root.getFirstPropertyValue("method") ?? "").toLowerCase();
    const said = events.slice(0, MAX_EVENTS).map((event) => describeEvent(event, method))
      .filter((text) => text !== "");
    return said.length === 0 ? null : said.join("\n\n");
  } catch {
    return null;
  }
}

function describeEvent(event: CalendarEvent, method: string): string {
  const say = (name: string) => String(event.getFirstPropertyValue(name) ?? "").trim();
  const organizer = event.getFirstProperty("organizer");
  const who = [
    String(organizer?.getFirstParameter("cn") ?? "").trim(),
    say("organizer").replace(/^mailto:/i, ""),
  ].filter((each) => each !== "");
  const lines = [
    say("summary"),
    label("When", describeTime(event)),
    label("Due", say("due").replace("T", " ").replace(/:\d{2}Z?$/, "")),
    label("Status", describeStatus(event, method)),
    label("Where", say("location").replace(/\s+/g, " ")),
    label("Organizer", who.length === 2 ? `${who[0]} <${who[1]}>` : who[0] ?? ""),
  ].filter((line) => line !== "");
  const description = say("description") || say("comment");
  return [...lines, ...(description === "" ? [] : ["", description])].join("\n");
}

/** That an event is canceled, or what somebody answered; empty for an invitation. */
function describeStatus(event: CalendarEvent, method: string): string {
  const status = String(event.getFirstPropertyValue("status") ?? "").toLowerCase();
  if (method === "cancel" || status === "cancelled") return "canceled";
  if (method !== "reply") return "";
  const attendee = event.getFirstProperty("attendee");
  const answer = String(attendee?.getFirstParameter("partstat") ?? "").toLowerCase();
  const who = String(attendee?.getFirstValue() ?? "").replace(/^mailto:/i, "");
  return answer === "" ? "" : `${answer} by ${who}`;
}

function label(name: string, said: string): string {
  return said === "" ? "" : `${name}: ${said}`;
}

/** `2026-12-01 10:00 to 11:00 (Europe/Berlin)`, the wall time of the zone that is named. */
function describeTime(event: CalendarEvent): string {
  const [start, end] = ["dtstart", "dtend"].map((name) => {
    const property = event.getFirstProperty(name);
    const [day = "", time = ""] = String(property?.getFirstValue() ?? "").split("T");
    return { day, time: time.slice(0, 5), isUtc: time.endsWith("Z"), property };
  });
  if (start === undefined || start.day === "") return "";
  const zone = start.isUtc ? "UTC" : String(start.property?.getFirstParameter("tzid") ?? "");
  const until = end === undefined || end.day === ""
    ? ""
    : end.day === start.day
    ? end.time
    : start.time === ""
    ? lastDay(end.day, start.day)
    : `${end.day} ${end.time}`.trim();
  const from = `${start.day} ${start.time}`.trim();
  return `${until === "" ? from : `${from} to ${until}`}${zone === "" ? "" : ` (${zone})`}`;
}

/** The last of several whole days: the end that a calendar names is the day behind it. */
function lastDay(end: string, start: string): string {
  const last = new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000);
  const day = Number.isNaN(last.getTime()) ? "" : last.toISOString().slice(0, 10);
  return day > start ? day : "";
}
