import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { showToast } from '../../components/toast.ts';
import { t } from '../../data/i18n.ts';
import './texts.ts';
import { listViews, type SavedView, type ViewDefinition, type ViewKind } from './views-data.ts';

/** Chosen in the address so that a link shows the screen as it is declared, whatever the reader begins with. */
export const noView = 'none';

/** The saved views of a list or board, and the one shown. Draws its host again when they change. */
export class ViewState implements ReactiveController {
  views: SavedView[] = [];
  shown: SavedView | undefined;
  isLoaded = false;
  private readonly host: ReactiveControllerHost;
  private asked = 0;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Loaded when its host knows of what.
  }

  /** Answers the view to begin with: the one asked for, else the reader's own choice. A failure shows none. */
  async load(entity: string, kind: ViewKind, wanted: string | undefined): Promise<SavedView | undefined> {
    const asked = ++this.asked;
    this.views = [];
    this.shown = undefined;
    const views = await listViews(entity, kind).catch(() => undefined);
    if (asked !== this.asked) return undefined;
    this.views = views ?? [];
    this.isLoaded = true;
    this.shown =
      wanted === noView
        ? undefined
        : wanted === undefined
          ? this.views.find((view) => view.isDefault)
          : this.views.find((view) => view.id === wanted);
    if (views && wanted !== undefined && wanted !== noView && !this.shown)
      showToast({ text: t('views.gone'), kind: 'problem' });
    this.host.requestUpdate();
    return this.shown;
  }

  show(view: SavedView | undefined): void {
    this.shown = view;
    this.host.requestUpdate();
  }

  /** A view that was made or changed takes its place among the others. */
  put(view: SavedView): void {
    const others = this.views.filter(({ id }) => id !== view.id);
    this.views = [...others, view].toSorted((one, other) => one.name.localeCompare(other.name));
    this.show(view);
  }

  drop(id: string): void {
    this.views = this.views.filter((view) => view.id !== id);
    if (this.shown?.id === id) this.shown = undefined;
    this.host.requestUpdate();
  }

  setDefault(id: string | null): void {
    this.views = this.views.map((view) => ({ ...view, isDefault: view.id === id }));
    this.shown = this.views.find((view) => view.id === this.shown?.id);
    this.host.requestUpdate();
  }
}

/** What says nothing is left out, so that two views that show the same are the same. */
export const plainView = (view: ViewDefinition): ViewDefinition =>
  Object.fromEntries(
    Object.entries(view)
      .filter(
        ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
      )
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );

export const isSameView = (one: ViewDefinition, other: ViewDefinition): boolean =>
  JSON.stringify(plainView(one)) === JSON.stringify(plainView(other));
