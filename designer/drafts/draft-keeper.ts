import { ApiProblem } from '../../web/data/client.ts';
import { putKeptDraft, type KeptDraft } from '../data/drafts.ts';
import { dropHere, keepHere, type Draft } from './drafts.ts';
import { dropDraft, fromServer } from './find-drafts.ts';

/** Where the newest change is: on the server, in this browser until it can be sent, or nowhere. */
export type Saved = { at: number; place: 'server' | 'here' | 'nowhere' };

export interface DraftKeeperOptions {
  key: string;
  base: number;
  /** The saving that is open now; 0 for none. */
  rev: number;
  /** The diagram now. */
  read(): Promise<{ xml: string; name: string }>;
  saved(saved: Saved): void;
  /** Another tab of the same person saved meanwhile: this one is kept here until it is said which counts. */
  moved(other: Draft): void;
}

const delay = 700;
const retryAfter = 10_000;

/**
 * Keeps the draft of an open diagram shortly after each change: in this browser at once, so that a page that goes
 * loses nothing, then on the server, so that another browser finds it.
 */
export class DraftKeeper {
  private readonly options: DraftKeeperOptions;
  private rev: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDirty = false;
  private isDropped = false;
  private sending: Promise<void> = Promise.resolve();

  constructor(options: DraftKeeperOptions) {
    this.options = options;
    this.rev = options.rev;
  }

  changed(): void {
    this.isDirty = true;
    this.isDropped = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), delay);
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    const { key, base, read } = this.options;
    this.isDirty = false;
    const draft: Draft = { ...(await read()), key, base, rev: this.rev, savedAt: Date.now() };
    const isHere = keepHere(draft);
    // One after the other: each saving continues the one before.
    this.sending = this.sending.then(() => this.send(draft, isHere));
    await this.sending;
  }

  /** Saves what is not yet; safe to call while the page goes. */
  async flush(): Promise<void> {
    if (this.isDirty) await this.save();
  }

  /** From now on this tab's diagram counts, whatever another one saved. */
  async insist(other: Draft): Promise<void> {
    this.rev = other.rev;
    await this.save();
  }

  /** The diagram is as it was: nothing to keep. */
  async drop(): Promise<void> {
    clearTimeout(this.timer);
    this.isDirty = false;
    this.isDropped = true;
    await this.sending;
    this.rev = 0;
    await dropDraft(this.options.key);
  }

  private async send(draft: Draft, isHere: boolean): Promise<void> {
    const { key, saved, moved } = this.options;
    if (this.isDropped) return;
    try {
      const { rev, savedAt } = await putKeptDraft(key, { ...draft, rev: this.rev });
      this.rev = rev;
      if (!this.isDirty) dropHere(key);
      saved({ at: Date.parse(savedAt), place: 'server' });
    } catch (problem) {
      saved({ at: draft.savedAt, place: isHere ? 'here' : 'nowhere' });
      if (problem instanceof ApiProblem && problem.code === 'draft-moved') {
        // The documented refusal holds the draft that is newer.
        const other = problem.extra['draft'] as KeptDraft | null;
        if (other) moved(fromServer(other));
        return;
      }
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.save(), retryAfter);
    }
  }
}
