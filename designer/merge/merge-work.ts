import { showProblem, showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import { loadVersion } from '../data/flows.ts';
import type { DraftWork } from '../drafts/draft-work.ts';
import type { Presence } from '../presence/presence.ts';
import type { Desk } from '../screens/desk.ts';
import type { Versions } from './merge-diagrams.ts';

/** Puts what is drawn onto a version that somebody else deployed meanwhile. */
export class MergeWork {
  /** Those that are being put together; undefined while nobody is asked. */
  versions: Versions | undefined;
  private readonly desk: Desk;
  private readonly presence: Presence;
  private readonly drafts: DraftWork;

  constructor(desk: Desk, presence: Presence, drafts: DraftWork) {
    this.desk = desk;
    this.presence = presence;
    this.drafts = drafts;
  }

  async ask(): Promise<void> {
    const { key, base } = this.desk.flow;
    try {
      const [before, theirs] = await Promise.all([loadVersion(key, base), loadVersion(key, this.newest())]);
      this.show({ base: before.xml, theirs: theirs.xml, mine: await this.desk.read() });
    } catch (error) {
      showProblem(error);
    }
  }

  close(): void {
    this.show(undefined);
  }

  /** The merged diagram is the draft from here on; what was drawn before is one click away. */
  async take(xml: string): Promise<void> {
    const before = { base: this.desk.flow.base, xml: await this.desk.read() };
    this.close();
    const undo = (): Promise<void> => this.drafts.replace(before);
    await this.drafts.replace({ base: this.newest(), xml });
    showToast({ text: t('designer.merge.done'), action: { label: t('action.undo'), run: undo } });
  }

  private newest(): number {
    return this.presence.newer[0]?.version ?? this.desk.flow.latest;
  }

  private show(versions: Versions | undefined): void {
    this.versions = versions;
    this.desk.requestUpdate();
  }
}
