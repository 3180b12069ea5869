import { showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import { navigate } from '../../web/shell/router.ts';
import type { Desk } from '../screens/desk.ts';
import { DraftKeeper, type Saved } from './draft-keeper.ts';
import { beginDraft, dropDraft } from './find-drafts.ts';

/** The draft of the flow that is open: kept with every change, given up, or chosen between two. */
export class DraftWork {
  /** Where the newest change is; undefined without changes. */
  saved: Saved | undefined;
  private readonly desk: Desk;
  private keeper: DraftKeeper | undefined;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  start(): void {
    const { key, base, draft } = this.desk.flow;
    if (draft) this.saved = { at: draft.savedAt, place: 'server' };
    this.keeper = new DraftKeeper({
      key,
      base,
      rev: draft?.rev ?? 0,
      read: async () => ({ xml: await this.desk.read(), name: this.desk.flowName() }),
      saved: (saved) => {
        this.saved = saved;
        this.desk.requestUpdate();
      },
      moved: (other) => {
        this.desk.flow = { ...this.desk.flow, other };
      },
    });
  }

  /** Something is drawn that is not deployed. */
  isChanged(): boolean {
    return this.desk.flow.draft !== null || this.saved !== undefined;
  }

  /** `isAsOpened`: all was undone. */
  changed(isAsOpened: boolean): void {
    if (isAsOpened && !this.desk.flow.draft && this.desk.flow.latest > 0) {
      this.saved = undefined;
      void this.keeper?.drop();
      return;
    }
    this.saved ??= { at: Date.now(), place: 'here' };
    this.keeper?.changed();
  }

  save(): Promise<void> {
    return this.keeper?.save() ?? Promise.resolve();
  }

  async saveNow(): Promise<void> {
    await this.save();
    showToast({ text: t('designer.draft.saved') });
  }

  flush(): Promise<void> {
    return this.keeper?.flush() ?? Promise.resolve();
  }

  /** It is deployed, or given up: nothing more is kept. */
  async drop(): Promise<void> {
    await (this.keeper?.drop() ?? dropDraft(this.desk.flow.key));
    this.keeper = undefined;
  }

  /** Goes on with another diagram, which is opened then. */
  async replace(draft: { base: number; xml: string }): Promise<void> {
    this.keeper = undefined;
    await beginDraft({ key: this.desk.flow.key, name: this.desk.flowName(), ...draft });
    this.desk.reopen();
  }

  async discard(): Promise<void> {
    const { key, base, latest } = this.desk.flow;
    const before = { key, base, xml: await this.desk.read(), name: this.desk.flowName() };
    await this.drop();
    const undo = async (): Promise<void> => {
      await beginDraft(before);
      if (latest === 0) navigate(`/flows/${encodeURIComponent(key)}`);
      else this.desk.reopen();
    };
    showToast({ text: t('designer.discarded'), action: { label: t('action.undo'), run: undo } });
    if (latest === 0) navigate('/flows');
    else this.desk.reopen();
  }

  /** Of two drafts of the same person, the one saved elsewhere. */
  takeOther(): void {
    const { other } = this.desk.flow;
    if (other) void this.replace(other);
  }

  keepThis(): void {
    const { other } = this.desk.flow;
    if (!other) return;
    this.desk.flow = { ...this.desk.flow, other: null };
    void this.keeper?.insist(other);
  }
}
