/**
 * The contract between the runner and whatever reads an email: plain data in, one record per email
 * and what it cost out.
 */
import type { Email, IntelligenceRecord } from "../../_email/mod.ts";
import type {
  AnalyzerChoice,
  AnalyzerName,
  AnalyzerSetup,
  EmailPrice,
  PriceOverride,
  ProviderCall,
} from "./models.ts";

/** One email as `claim_emails` hands it out. */
export interface ClaimedEmail extends Email {
  readonly emailId: string;
  readonly workspaceId: string;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
}

/** Who made a record. */
export interface Extractor {
  readonly analyzer: AnalyzerName;
  /** Of the analyzer: its rules or its prompt; rises with every change that alters records. */
  readonly version: number;
  /** Stored as `extraction_model`, e.g. `rules@4` or the provider's name of the model. */
  readonly model: string;
}

/** What became of one email. A failure is never stored as a record. */
export type Analysis =
  | {
    readonly emailId: string;
    readonly ok: true;
    readonly record: IntelligenceRecord;
    readonly extractor: Extractor;
    /** True when the workspace's own analyzer failed for good and the rules stepped in. */
    readonly isDegraded: boolean;
  }
  | {
    readonly emailId: string;
    readonly ok: false;
    /** For people; no internal text. */
    readonly error: string;
    /** False when another attempt would fail the same way. */
    readonly isRetryable: boolean;
  };

/** The CPU time that a run has for reading by rules. */
export interface ReadingBudget {
  hasTime(): boolean;
  /** Does one piece of work and counts how long it took. */
  spend<Result>(work: () => Result): Result;
  /** To be awaited after each email, so that requests of the run go on every few milliseconds. */
  pause(): Promise<void>;
}

/** What an analyzer is told beside the email. */
export interface AnalysisContext {
  /** Prices that the project set by itself; they win over any list. */
  readonly priceOverrides: readonly PriceOverride[];
  /** Choices by workspace; a workspace without one is read by the rules. */
  readonly choices: ReadonlyMap<string, AnalyzerChoice>;
  /** How much the rules may still read; the emails that are left get no analysis. */
  readonly reading: ReadingBudget;
  /** Aborted when the run must stop; calls under way end as `retryable`. */
  readonly signal: AbortSignal;
}

export interface AnalysisResult {
  /** One for each email, in any order, without those that there was no time to read. */
  readonly analyses: readonly Analysis[];
  readonly calls: readonly ProviderCall[];
}

/** Reads a batch of emails. */
export interface Analyzer {
  /**
   * The most that an email costs with each model in use, for the budget to reserve. Null where no
   * provider is configured: every model in use is out of reach then, and nothing needs to be read.
   */
  readonly quote: ((setup: AnalyzerSetup) => Promise<readonly EmailPrice[]>) | null;
  analyze(emails: readonly ClaimedEmail[], context: AnalysisContext): Promise<AnalysisResult>;
}

/** Attempts an email gets in all; `nightshift.settle_emails` gives it up after as many. */
export const MAX_ATTEMPTS = 5;
