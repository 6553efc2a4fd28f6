/** Tells trouble in the title of the window and in its icon, for who looks at another tab. */
import { useEffect } from "preact/hooks";

export type Tone = "good" | "attention" | "bad";

/** A dot for good, a triangle for attention, a square for bad: shapes, not colors alone. */
const SHAPES: Readonly<Record<Tone, string>> = {
  good: "<circle cx='8' cy='8' r='6' fill='#2f7d4f'/>",
  attention: "<path d='M8 1 16 15H0Z' fill='#c98a00'/>",
  bad: "<path d='M1 1h14v14H1z' fill='#b3261e'/><path d='M7 3h2v6H7zM7 11h2v2H7z' fill='#fff'/>",
};
const WORDS: Readonly<Record<Tone, string>> = { good: "", attention: "! ", bad: "!! " };

/** @param tone null while it is not known */
export function useTitle(title: string, tone: Tone | null): void {
  useEffect(() => {
    document.title = `${WORDS[tone ?? "good"]}${title} · Nightshift`;
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    if (icon === null || tone === null) return;
    const image = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${
      SHAPES[tone]
    }</svg>`;
    icon.href = `data:image/svg+xml,${encodeURIComponent(image)}`;
  }, [title, tone]);
}
