import { showProblem, showToast } from '../../web/components/toast.ts';
import { ApiProblem } from '../../web/data/client.ts';
import { t } from '../../web/data/i18n.ts';
import { navigate } from '../../web/shell/router.ts';
import { loadVersion } from '../data/flows.ts';
import type { DraftWork } from '../drafts/draft-work.ts';
import type { Desk } from '../screens/desk.ts';
import { failedTests, type FailedTest } from './failed-tests.ts';
import { deployDiagram, type DeployAnswer } from './deploy-diagram.ts';
import { moveInstances } from './move-instances.ts';
import type { Candidate, DeployOrder } from './rl-deploy-dialog.ts';
import { tellTranslated } from './tell-translated.ts';

interface DeployWorkOptions {
  desk: Desk;
  drafts: DraftWork;
  /** What the server has against the diagram. */
  refused(answer: DeployAnswer & { isDeployed: false }): void;
  /** Somebody else deployed in between. */
  overtaken(): Promise<void>;
}

/** Asks about a deployment, and does it. */
export class DeployWork {
  /** What is asked about; undefined while nothing is. */
  candidate: Candidate | undefined;
  isBusy = false;
  /** Tests that fail with what is about to be deployed. */
  failed: FailedTest[] = [];
  private readonly options: DeployWorkOptions;

  constructor(options: DeployWorkOptions) {
    this.options = options;
  }

  async ask(more: Pick<Candidate, 'targets' | 'mayMove'>): Promise<void> {
    const { desk } = this.options;
    const { key, latest } = desk.flow;
    const [xml, running] = await Promise.all([
      desk.read(),
      latest > 0 ? loadVersion(key, latest).catch(() => undefined) : undefined,
    ]);
    this.show({ key, name: desk.flowName(), xml, latest, latestXml: running?.xml ?? xml, ...more });
  }

  close(): void {
    this.show(undefined);
  }

  async deploy({ note, moved, mapping, isUntested }: DeployOrder): Promise<void> {
    const { desk, refused, overtaken } = this.options;
    const { key, base } = desk.flow;
    this.isBusy = true;
    desk.requestUpdate();
    try {
      const said = note ? { note } : {};
      const answer = await deployDiagram(key, {
        xml: await desk.read(),
        ...said,
        base: { flow: key, version: base },
        ...(isUntested && { isUntested }),
      });
      this.close();
      if (!answer.isDeployed) {
        refused(answer);
        return void tellTranslated(answer.translated);
      }
      void moveInstances({ key: answer.key, from: moved, to: answer.version, mapping });
      await this.deployed(answer);
    } catch (error) {
      this.failed = failedTests(error);
      // It is asked again, with what goes otherwise.
      if (this.failed.length > 0) return;
      this.close();
      if (error instanceof ApiProblem && error.code === 'flow-moved') await overtaken();
      else showProblem(error);
    } finally {
      this.isBusy = false;
      desk.requestUpdate();
    }
  }

  private async deployed({ key, version, translated }: DeployAnswer & { isDeployed: true }): Promise<void> {
    const { desk, drafts } = this.options;
    await drafts.drop();
    showToast({ text: t('designer.deploy.done', { name: desk.flowName(), version }) });
    await tellTranslated(translated);
    if (key === desk.flow.key) desk.reopen();
    else navigate(`/flows/${encodeURIComponent(key)}`, { isReplacing: true });
  }

  private show(candidate: Candidate | undefined): void {
    this.failed = [];
    this.candidate = candidate;
    this.options.desk.requestUpdate();
  }
}
