import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiProblem } from '../../data/client.ts';
import { t } from '../../data/i18n.ts';
import { navigate, routeChanged } from '../../shell/router.ts';
import { askPerson } from '../../components/rl-question.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import {
  checkScreen,
  deleteScreen,
  openScreen,
  resetScreen,
  saveScreen,
  type FindingView,
  type OpenScreen,
  type TreeNode,
  type Variant,
} from './design-data.ts';
import { DesignModel } from './design-model.ts';

const typingPause = 250;
type Host = ReactiveControllerHost & HTMLElement;

/** What is under hand, and the server's part in it: opened, checked as it changes, saved. Draws its host again. */
export class DesignSession implements ReactiveController {
  model: DesignModel | undefined;
  problems: FindingView[] = [];
  error: unknown;
  isBusy = false;
  private readonly host: Host;
  private checking: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.onLeave);
    routeChanged.addEventListener('leave', this.onRoute);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.onLeave);
    routeChanged.removeEventListener('leave', this.onRoute);
    clearTimeout(this.timer);
  }

  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (this.model?.isChanged) event.preventDefault();
  };

  private readonly onRoute = (event: Event): void => {
    if (!this.model?.isChanged) return;
    event.preventDefault();
    // Only the router fires it.
    const { go } = (event as CustomEvent<{ go: () => void }>).detail;
    void this.mayLeave().then((may) => may && go());
  };

  /** Whether nothing is lost by going on. */
  async mayLeave(): Promise<boolean> {
    if (!this.model?.isChanged) return true;
    const label = t('screens.leaveIt');
    return askPerson({ heading: t('screens.leaveTitle'), text: t('screens.leave'), label, isDanger: true });
  }

  async open(id: string, variant: Variant): Promise<void> {
    try {
      this.show(await openScreen(id, variant));
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.host.requestUpdate();
  }

  /** To be called after each change of the model: looks soon at what is wrong with it now. */
  edited(): void {
    this.host.requestUpdate();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.model && void this.check(this.model.tree), typingPause);
  }

  /** Answers the part that is to blame when the server refuses. */
  async save(): Promise<string | undefined> {
    const { model } = this;
    if (!model || this.isBusy || !model.isChanged) return undefined;
    this.setBusy(true);
    const { id, variant, version } = model.opened;
    try {
      const input = { tree: model.tree, keep: model.keep, version, note: null };
      this.show(await saveScreen(id, variant, input));
      this.done(t(savedText(variant)));
      return undefined;
    } catch (error) {
      return this.refused(error, model);
    } finally {
      this.setBusy(false);
    }
  }

  async reset(): Promise<void> {
    const { model } = this;
    if (!model) return;
    const label = t('screens.reset');
    if (
      !(await askPerson({ heading: model.opened.label, text: t('screens.resetAsk'), label, isDanger: true }))
    )
      return;
    try {
      this.show(await resetScreen(model.opened.id, model.opened.variant));
      this.done(t('screens.resetDone'));
    } catch (error) {
      showProblem(error);
    }
  }

  async deleteScreen(): Promise<void> {
    const { model } = this;
    if (!model) return;
    const { label: name } = model.opened;
    const label = t('screens.delete');
    if (!(await askPerson({ heading: name, text: t('screens.deleteAsk', { name }), label, isDanger: true })))
      return;
    try {
      await deleteScreen(model.opened.id);
      this.model = undefined;
      this.done(t('screens.deleted', { name: model.opened.label }));
      navigate('/settings/screens');
    } catch (error) {
      showProblem(error);
    }
  }

  private show(opened: OpenScreen): void {
    this.model = new DesignModel(opened);
    this.problems = opened.problems;
    this.host.requestUpdate();
  }

  /** Everything that is drawn from the screens is drawn anew. */
  private done(text: string): void {
    showToast({ text });
    this.host.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
  }

  private setBusy(isBusy: boolean): void {
    this.isBusy = isBusy;
    this.host.requestUpdate();
  }

  private async check(tree: TreeNode): Promise<void> {
    this.checking?.abort();
    const checking = (this.checking = new AbortController());
    const problems = await checkScreen(tree, checking.signal).catch(() => undefined);
    if (!problems || checking.signal.aborted) return;
    this.problems = problems;
    this.host.requestUpdate();
  }

  private refused(error: unknown, { opened, tree }: DesignModel): string | undefined {
    const [first] = error instanceof ApiProblem ? error.errors : [];
    if (error instanceof ApiProblem && error.status === 409)
      showProblem(error, { label: t('screens.loadAgain'), run: () => this.open(opened.id, opened.variant) });
    else showProblem(first?.message ?? error);
    void this.check(tree);
    return first?.pointer.split('/')[1];
  }
}

/** Whom a variant is for is who sees it. */
const savedText = ({ role, device }: Variant): string =>
  role
    ? device
      ? 'screens.savedRolePhone'
      : 'screens.savedRole'
    : device
      ? 'screens.savedPhone'
      : 'screens.saved';
