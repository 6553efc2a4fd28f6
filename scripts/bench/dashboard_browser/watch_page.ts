import type { Page } from "playwright-core";
import * as z from "zod/mini";

/** What the browser has noted of a page since it was loaded; times in milliseconds. */
const notesSchema = z.object({
  /** When the overview's sentence was painted, after navigation began; null without one. */
  sentenceAt: z.nullable(z.number()),
  /** Cumulative layout shift; shifts within half a second of an input are not counted. */
  shift: z.number(),
  /** What moved most, to be found in the page. */
  moved: z.array(z.string()),
  /** The longest task of the main thread over 50 ms, or 0. */
  longestTaskMs: z.number(),
  /** Sum over all tasks of what they took beyond 50 ms: total blocking time. */
  blockedMs: z.number(),
  /** The slowest input until the next paint, or 0. */
  slowestInputMs: z.number(),
});
export type PageNotes = z.infer<typeof notesSchema>;

/** Runs before the page's own scripts. */
const WATCH = `
  globalThis.notes = { sentenceAt: null, shift: 0, moved: [], longestTaskMs: 0, blockedMs: 0,
    slowestInputMs: 0 };
  const observe = (type, note, options = {}) => new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry);
  }).observe({ type, buffered: true, ...options });
  observe("layout-shift", ({ value, hadRecentInput, sources }) => {
    if (hadRecentInput) return;
    notes.shift += value;
    for (const { node } of sources) {
      notes.moved.push((node?.className || node?.nodeName || "?") + " " + value.toFixed(4));
    }
  });
  observe("longtask", ({ duration }) => {
    notes.longestTaskMs = Math.max(notes.longestTaskMs, duration);
    notes.blockedMs += duration - 50;
  });
  observe("event", ({ duration, interactionId }) => {
    if (interactionId > 0) notes.slowestInputMs = Math.max(notes.slowestInputMs, duration);
  }, { durationThreshold: 16 });
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector(".sentence h1")) return;
    observer.disconnect();
    // The frame after the next one begins when the next one is painted.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      notes.sentenceAt = performance.now();
    }));
  }).observe(document, { childList: true, subtree: true });`;

/** Has the browser note what people would feel, from the next load on. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(WATCH);
}

/** What was noted so far, after all that has been drawn was painted. */
export async function readNotes(page: Page): Promise<PageNotes> {
  return notesSchema.parse(
    await page.evaluate(
      `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(notes), 0)))`,
    ),
  );
}

/** Begins anew with the slowest input. */
export async function forgetInputs(page: Page): Promise<void> {
  await page.evaluate("void (notes.slowestInputMs = 0)");
}
