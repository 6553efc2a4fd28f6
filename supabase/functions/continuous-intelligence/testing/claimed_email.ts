import { sampleEmail } from "../../_email/testing/sample_email.ts";
import type { ClaimedEmail } from "../analyzers/analyzer.ts";

/** An email as a run claims it, of its text and whatever else matters to a test. */
export function claimedEmail(
  bodyText: string | null,
  changes: Partial<ClaimedEmail> = {},
): ClaimedEmail {
  return {
    ...sampleEmail(bodyText),
    emailId: "0b0e7a52-6c0e-4d0e-9f43-0b8d5f1f3a01",
    workspaceId: "0b0e7a52-6c0e-4d0e-9f43-0b8d5f1f3a02",
    attempt: 1,
    ...changes,
  };
}
