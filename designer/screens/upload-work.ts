import type { ReactiveControllerHost } from 'lit';
import { showProblem, showToast } from '../../web/components/toast.ts';
import { locale, t } from '../../web/data/i18n.ts';
import { navigate } from '../../web/shell/router.ts';
import type { FlowItem } from '../data/flows.ts';
import type { Draft } from '../drafts/drafts.ts';
import { beginDraft } from '../drafts/find-drafts.ts';
import { flowKey } from '../moddle/flow-key.ts';
import { isPlainUpload, type Upload } from './rl-upload-dialog.ts';

/** What is there already, by key. */
export interface Present {
  flows: readonly FlowItem[];
  drafts: readonly Omit<Draft, 'xml'>[];
}

/** A BPMN file becomes a draft: read and put into our words, and asked about where its key is taken. */
export class UploadWork {
  /** What is asked about at the moment. */
  asked: Upload | undefined;
  private source = '';
  private readonly host: ReactiveControllerHost;
  private readonly present: () => Present;

  constructor(host: ReactiveControllerHost, present: () => Present) {
    this.host = host;
    this.present = present;
  }

  async begin(file: File): Promise<void> {
    try {
      const { takeOver } = await import('../moddle/take-over.ts');
      this.source = await file.text();
      const taken = await takeOver(this.source, { locale: locale() });
      const namesake = this.namesakeOf(taken.key);
      const upload = { file: file.name, taken, ...(namesake && { namesake }) };
      if (!isPlainUpload(upload)) return this.ask(upload);
      await this.open(taken, { base: 0 });
      if (taken.isMadeToRun) showToast({ text: t('designer.upload.run') });
    } catch (error) {
      const why = error instanceof Error && error.message;
      showProblem(new Error(why || t('designer.list.notBpmn', { name: file.name }), { cause: error }));
    }
  }

  /** `name`: of another flow; empty for the next version of the one with the same key. */
  async answer({ name }: { name: string }): Promise<void> {
    const { asked } = this;
    if (!asked) return;
    this.close();
    const { taken } = asked;
    const { flows, drafts } = this.present();
    if (name === '') {
      const base = flows.find(({ key }) => key === taken.key)?.version ?? 0;
      return this.open(taken, { base });
    }
    const key = flowKey(
      name,
      [...flows, ...drafts].map((each) => each.key),
    );
    const { takeOver } = await import('../moddle/take-over.ts');
    await this.open(await takeOver(this.source, { locale: locale(), as: { key, name } }), { base: 0 });
  }

  close(): void {
    this.ask(undefined);
  }

  private ask(upload: Upload | undefined): void {
    this.asked = upload;
    this.host.requestUpdate();
  }

  private namesakeOf(key: string): Upload['namesake'] {
    const { flows, drafts } = this.present();
    const draft = drafts.find((each) => each.key === key);
    const name = flows.find((each) => each.key === key)?.name || draft?.name;
    if (name === undefined) return undefined;
    return { name: name || key, ...(draft && { savedAt: draft.savedAt }) };
  }

  private async open(taken: Upload['taken'], { base }: { base: number }): Promise<void> {
    const { key, name, xml } = taken;
    await beginDraft({ key, base, xml, name: name || key });
    navigate(`/flows/${encodeURIComponent(key)}`);
  }
}

/** A file in place of the drawing of a flow, which stays that flow. */
export async function inPlace(
  { file, key }: { file: string; key: string },
  open: (xml: string) => Promise<void>,
): Promise<void> {
  try {
    const { takeOver } = await import('../moddle/take-over.ts');
    const { xml, untranslated } = await takeOver(file, { locale: locale(), as: { key } });
    await open(xml);
    if (untranslated.length > 0)
      showToast({ text: t('designer.upload.partly', { count: untranslated.length }) });
  } catch (error) {
    showProblem(error);
  }
}
