import { readMessage } from "../../_email/mod.ts";
import {
  type Cursor,
  type FetchedMessage,
  MailboxError,
  type MailboxProvider,
  type MailboxSession,
  type MessageRef,
} from "../../_shared/mailboxes/provider.ts";

/** What a driven mailbox is read with. */
export interface DriverOptions {
  readonly provider: MailboxProvider;
  readonly address: string;
  /** What Vault holds at the beginning. */
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly since: Date;
  /** Numbers from 0 to below 1; they decide where it is cut. */
  readonly random: () => number;
  /** How likely each call of the provider is cut, 0–1. */
  readonly cutChance: number;
  /** Most refs of a page. */
  readonly limit: number;
}

/**
 * Reads a mailbox as the engine does, without a database, and is cut at random: a call is aborted
 * half-way, all that was in memory is lost, and the next round begins from what was stored. Emails
 * are stored before the cursor that lies behind them.
 */
export class MailboxDriver {
  /** How often each email was stored, by its Message-ID. */
  readonly stored = new Map<string, number>();
  /** The last message of each Message-ID. */
  readonly messages = new Map<string, FetchedMessage>();
  cuts = 0;
  /** Refs whose email is stored; they are not fetched again. */
  readonly #known = new Set<string>();
  #secret: unknown;
  #cursor: Cursor | null = null;
  #old: Cursor | null = null;
  #isOldRead = false;

  constructor(private readonly options: DriverOptions) {
    this.#secret = options.credentials;
  }

  /** Rounds until a whole one went through without a cut and found nothing left. */
  async readAll(): Promise<void> {
    for (let round = 0; round < 1_000; round += 1) {
      try {
        if (await this.#readRound()) return;
      } catch (error) {
        if (error instanceof MailboxError && error.kind === "cursor_expired") {
          this.#cursor = null;
          this.#old = null;
          this.#isOldRead = false;
        } else if (!(error instanceof Cut) && !isPassing(error)) throw error;
      }
    }
    throw new Error("The mailbox was not read to its end in 1,000 rounds.");
  }

  /** True when nothing is left. */
  async #readRound(): Promise<boolean> {
    const { provider, address } = this.options;
    await using session = await this.#call((signal) =>
      provider.open(this.#secret, {
        address,
        signal,
        saveSecret: (secret) => {
          this.#secret = secret;
          return Promise.resolve();
        },
      })
    );
    this.#cursor ??= await this.#call((signal) => session.start(signal));
    const isUpToDate = await this.#readNew(session, this.#cursor);
    if (!this.#isOldRead) await this.#readOld(session);
    return isUpToDate && this.#isOldRead;
  }

  async #readNew(session: MailboxSession, cursor: Cursor): Promise<boolean> {
    const { limit } = this.options;
    const page = await this.#call((signal) => session.listNew(cursor, limit, signal));
    await this.#store(session, page.refs);
    this.#cursor = page.cursor;
    return !page.more;
  }

  async #readOld(session: MailboxSession): Promise<void> {
    const { limit, since } = this.options;
    const page = await this.#call((signal) => session.listOld(this.#old, since, limit, signal));
    await this.#store(session, page.refs);
    this.#old = page.cursor;
    this.#isOldRead = !page.more;
  }

  async #store(session: MailboxSession, refs: readonly MessageRef[]): Promise<void> {
    for (const ref of refs) {
      if (this.#known.has(ref.id)) continue;
      const message = await this.#call((signal) => session.fetchMessage(ref, signal));
      if (message === null) continue;
      const reading = await readMessage(message.raw, message.receivedAt);
      if (!reading.ok) throw new Error(`A message was rejected: ${reading.refusal.detail}`);
      const id = reading.email.providerMessageId;
      this.stored.set(id, (this.stored.get(id) ?? 0) + 1);
      this.messages.set(id, message);
      this.#known.add(ref.id);
    }
  }

  async #call<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const { random, cutChance } = this.options;
    const abortion = new AbortController();
    if (random() >= cutChance) return await work(abortion.signal);
    this.cuts += 1;
    const timer = setTimeout(() => abortion.abort(new Cut()), random() * 4);
    try {
      const result = await work(abortion.signal);
      if (isDisposable(result)) await result[Symbol.asyncDispose]();
      // The process ended between the answer and what would have been done with it.
      throw new Cut();
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The process was killed here. */
class Cut extends Error {}

function isPassing(error: unknown): boolean {
  return error instanceof MailboxError && (error.kind === "temporary" || error.kind === "back_off");
}

function isDisposable(value: unknown): value is AsyncDisposable {
  return typeof value === "object" && value !== null && Symbol.asyncDispose in value;
}
