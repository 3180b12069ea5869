import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import type { Connection } from '../instance/story.ts';
import { loadPluginNames } from '../data/plugin-names.ts';
import { idOf, isA, nameOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { sayNames } from '../moddle/plugin-names.ts';
import { variableLabels } from '../moddle/variable-labels.ts';
import type { MarkClasses, Marks } from '../modules/marks/marks.ts';
import type { PathMarks, TakenPath } from '../modules/path/taken-path.ts';
import type { Canvas, DiagramElement, ElementRegistry } from '../modules/services.ts';
import type { TokenBadge, Tokens } from '../modules/tokens/tokens.ts';
import { said } from './element-sentence.ts';
import { fit, fitAround } from './fit.ts';
import { openViewer, type NavigatedViewer } from './open-viewer.ts';
import { diagramStyles } from './styles.ts';
import { withLayout } from './with-layout.ts';

/** What a diagram holds, for whoever tells about it. */
export interface DiagramNames {
  name(element: string): string;
  /** What people call a variable; empty where nothing says so. */
  variable(name: string): string;
  connections: Connection[];
}

/** Before a diagram is open. */
export const noNames: DiagramNames = { name: () => '', variable: () => '', connections: [] };

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A diagram to look at, with badges and the taken path. Fires `rl-opened` with `DiagramNames`, and `rl-select`
 * with `detail: {element}` when an element is clicked, and `rl-view` when it was moved or zoomed.
 */
@customElement('rl-diagram')
export class RlDiagram extends LitElement {
  @property() xml = '';
  @property() label = '';
  /** A picture beside a text: it does not move, and shows where the tokens are rather than all of it. */
  @property({ type: Boolean, reflect: true }) small = false;
  @property({ attribute: false }) badges: TokenBadge[] = [];
  @property({ attribute: false }) marks: PathMarks = { taken: [], active: [], incidents: [] };
  /** Style classes by element. */
  @property({ attribute: false }) classes: MarkClasses = new Map();
  @state() private fault = '';
  @query('.canvas') private container!: HTMLElement;
  private viewer: NavigatedViewer | undefined;
  private isOpen = false;
  private readonly resize = new ResizeObserver(() => this.fit());

  static override styles = [
    base,
    ...diagramStyles,
    css`
      :host {
        position: relative;
        display: grid;
        min-width: 0;
        min-height: 0;
      }
      :host([small]) .canvas {
        background-image: none;
        pointer-events: none;
      }
      :host([small]) .bjs-powered-by {
        pointer-events: auto;
        scale: 0.7;
        transform-origin: 100% 100%;
      }
      p {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    return html`<div class="canvas" role="group" aria-label=${this.label}></div>
      ${this.fault ? html`<p>${this.fault}</p>` : ''}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('xml') && this.xml) void this.open();
    else if (changed.has('badges') || changed.has('marks') || changed.has('classes')) this.mark();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
    this.viewer?.destroy();
  }

  zoomBy(factor: number): void {
    const canvas = this.canvas();
    if (this.isOpen && canvas) canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)));
  }

  fit(): void {
    const canvas = this.canvas();
    if (!this.isOpen || !canvas || this.container.clientWidth === 0) return;
    fit(canvas);
    const [active = this.marks.incidents[0]] = this.marks.active;
    const shown = this.small && active ? this.registry()?.get(active) : undefined;
    if (shown) fitAround(canvas, shown);
  }

  focusOn(element: string): void {
    if (this.isOpen && this.registry()?.get(element)) this.canvas()?.scrollToElement(element, 60);
  }

  /** What is in view, in the diagram's own measure; given a box, shows that. */
  view(box?: Box): Box | undefined {
    if (!this.isOpen) return undefined;
    const { x, y, width, height } = this.canvas()?.viewbox(box) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x, y, width, height };
  }

  private async open(): Promise<void> {
    this.viewer ??= this.makeViewer();
    this.isOpen = false;
    try {
      const [diagram] = await Promise.all([withLayout(this.xml), loadPluginNames()]);
      await this.viewer.importXML(diagram);
    } catch {
      this.fault = t('designer.diagram.broken');
      return;
    }
    this.fault = '';
    this.isOpen = true;
    this.viewer.get<Marks>('marks').forget();
    this.resize.observe(this.container);
    this.fit();
    this.mark();
    this.dispatchEvent(new CustomEvent<DiagramNames>('rl-opened', { detail: this.names() }));
  }

  private makeViewer(): NavigatedViewer {
    const viewer = openViewer(this.container);
    viewer.on('import.parse.complete', ({ definitions }: { definitions?: ModdleElement }) => {
      if (definitions) sayNames(definitions);
    });
    viewer.on('element.click', ({ element }: { element: DiagramElement }) =>
      this.dispatchEvent(new CustomEvent('rl-select', { detail: { element: element.id } })),
    );
    viewer.on('canvas.viewbox.changed', () => this.dispatchEvent(new CustomEvent('rl-view')));
    return viewer;
  }

  private mark(): void {
    if (!this.isOpen) return;
    this.viewer?.get<Tokens>('tokens').show(this.badges);
    this.viewer?.get<TakenPath>('takenPath').show(this.marks);
    this.viewer?.get<Marks>('marks').show(this.classes);
    if (this.small) this.fit();
  }

  private names(): DiagramNames {
    const registry = this.registry();
    const flows = registry?.filter((element) => isA(element.businessObject, 'bpmn:SequenceFlow')) ?? [];
    const elements = registry?.filter(({ businessObject }) => businessObject !== undefined) ?? [];
    const labels = variableLabels(elements.map(({ businessObject }) => businessObject));
    return {
      variable: (name) => labels.get(name) ?? '',
      name: (id) => {
        const found = registry?.get(id);
        // A step without a name goes by what it is, never by its id.
        if (found && !isA(found.businessObject, 'bpmn:SequenceFlow')) return said(found);
        return nameOf(found?.businessObject);
      },
      connections: flows.map(({ id, source, target }) => ({
        id,
        source: idOf(source?.businessObject),
        target: idOf(target?.businessObject),
      })),
    };
  }

  private canvas(): Canvas | undefined {
    return this.viewer?.get<Canvas>('canvas');
  }

  private registry(): ElementRegistry | undefined {
    return this.viewer?.get<ElementRegistry>('elementRegistry');
  }
}
