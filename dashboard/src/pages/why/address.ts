import { type Address, joinFragment } from "../../data/address.ts";

/** What one can ask about; the words of the database function `why`. */
export const QUESTIONS = ["time", "email", "task", "job"] as const;
export type Question = (typeof QUESTIONS)[number];

interface WhyView {
  readonly what: Question;
  /** An id, or a time with or without the name of a schedule before it; empty before one asks. */
  readonly about: string;
}

export const whyAddress: Address<WhyView> = {
  page: "why",
  parse: ([page, what, about = ""]) =>
    page === "why" ? { what: QUESTIONS.find((name) => name === what) ?? "time", about } : null,
  format: ({ what, about }) => joinFragment(["why", ...about === "" ? [] : [what, about]]),
};
