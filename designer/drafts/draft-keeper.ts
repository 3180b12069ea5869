import { dropDraft, saveDraft, type Draft } from './drafts.ts';

export interface DraftKeeperOptions {
  key: string;
  base: number;
  /** The diagram now. */
  read(): Promise<{ xml: string; name: string }>;
  /** Milliseconds since 1970, or null when the browser kept nothing. */
  saved(at: number | null): void;
}

const delay = 700;

/** Keeps the draft of an open diagram shortly after each change, and at once when the page is left. */
export class DraftKeeper {
  private readonly options: DraftKeeperOptions;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDirty = false;

  constructor(options: DraftKeeperOptions) {
    this.options = options;
  }

  changed(): void {
    this.isDirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), delay);
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    const { key, base, read, saved } = this.options;
    const { xml, name } = await read();
    const draft: Draft = { key, base, xml, name, savedAt: Date.now() };
    this.isDirty = false;
    saved(saveDraft(draft) ? draft.savedAt : null);
  }

  /** Saves what is not yet; safe to call while the page goes. */
  async flush(): Promise<void> {
    if (this.isDirty) await this.save();
  }

  /** The diagram is as it was: nothing to keep. */
  drop(): void {
    clearTimeout(this.timer);
    this.isDirty = false;
    dropDraft(this.options.key);
  }
}
