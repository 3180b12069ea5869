import type { ChangeStep } from '../modules/change-step/change-step.ts';
import type { StepSource } from '../modules/context-pad/append-menu.ts';
import type { Step } from '../steps/step.ts';
import { loadPluginNames } from '../data/plugin-names.ts';
import { childrenOf, isA, nameOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { drawNames, sayNames } from '../moddle/plugin-names.ts';
import type { Edit } from '../modules/edit/edit.ts';
import type { ElementProblem, Problems } from '../modules/problems/problems.ts';
import type {
  Canvas,
  CommandStack,
  DiagramElement,
  ElementRegistry,
  EventBus,
  Selection,
} from '../modules/services.ts';
import type { AddStep } from '../modules/steps/add-step.ts';
import { readLayout } from '../modules/tidy/read-layout.ts';
import type { Tidy } from '../modules/tidy/tidy.ts';
import type { TidyRefusal } from '../modules/tidy/tidy-rules.ts';
import type { TokenBadge, Tokens } from '../modules/tokens/tokens.ts';
import { fit } from './fit.ts';
import { openModeler, type Modeler } from './open-modeler.ts';
import { withLayout } from './with-layout.ts';

export interface SessionEvents {
  /** The diagram changed; ids of the elements that did. */
  change: string[];
  select: DiagramElement;
  save: null;
  /** Enter on the canvas: the settings of what is selected. */
  settings: null;
  /** ? on the canvas: what the keys do. */
  keys: null;
}

/** One open diagram: what the screen around the canvas reads and does. */
export class EditorSession {
  private readonly modeler: Modeler;
  private readonly events = new EventTarget();
  private readonly source: StepSource;

  constructor(container: HTMLElement, stepSource: StepSource) {
    this.source = stepSource;
    this.modeler = openModeler(container, stepSource);
    this.modeler.on('import.parse.complete', ({ definitions }: { definitions?: ModdleElement }) => {
      if (definitions) sayNames(definitions);
    });
    const bus = this.get<EventBus>('eventBus');
    bus.on<{ elements: DiagramElement[] }>('elements.changed', ({ elements }) =>
      this.emit(
        'change',
        elements.map((element) => element.id),
      ),
    );
    bus.on('selection.changed', () => this.emit('select', this.selected()));
    for (const name of ['save', 'settings', 'keys'] as const)
      bus.on(`relata.${name}`, () => this.emit(name, null));
  }

  on<Name extends keyof SessionEvents>(name: Name, listener: (detail: SessionEvents[Name]) => void): void {
    // `emit` gives each name its own detail.
    this.events.addEventListener(name, (event) =>
      listener((event as CustomEvent<SessionEvents[Name]>).detail),
    );
  }

  /** Opens a diagram; one without shapes is laid out. Throws when it is no BPMN. */
  async open(xml: string): Promise<void> {
    const [diagram] = await Promise.all([withLayout(xml), loadPluginNames()]);
    await this.modeler.importXML(diagram);
    this.fit();
    this.emit('select', this.selected());
  }

  /** As it is kept: with plugins' names as they were drawn. */
  async xml(): Promise<string> {
    const definitions = this.modeler.getDefinitions();
    drawNames(definitions);
    // It is written before the first wait, so that nobody sees the drawn names.
    const written = this.modeler.saveXML({ format: true });
    sayNames(definitions);
    return (await written).xml ?? '';
  }

  /** As it is read here. */
  async shownXml(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml ?? '';
  }

  /** The name of the flow: that of the first process. */
  name(): string {
    const roots = childrenOf(this.modeler.getDefinitions(), 'rootElements');
    const process = roots.find((root) => isA(root, 'bpmn:Process'));
    return process ? nameOf(process) : '';
  }

  /** The selected element, the flow itself when there is none or several. */
  selected(): DiagramElement {
    const selected = this.get<Selection>('selection').get();
    return (selected.length === 1 && selected[0]) || this.canvas().getRootElement();
  }

  /** Selects an element and brings it into view; false when it is not in the diagram. */
  focus(id: string): boolean {
    const element = this.get<ElementRegistry>('elementRegistry').get(id);
    if (!element) return false;
    const isRoot = element === this.canvas().getRootElement();
    this.get<Selection>('selection').select(isRoot ? null : element);
    if (!isRoot) this.canvas().scrollToElement(element, 100);
    return true;
  }

  /** Steps and events where a token can stand, for whoever says what became of an old one. */
  places(): { id: string; label: string }[] {
    return this.get<ElementRegistry>('elementRegistry')
      .filter((element) => isA(element.businessObject, 'bpmn:FlowNode') && !element.labelTarget)
      .map(({ id, businessObject }) => ({ id, label: nameOf(businessObject) || id }));
  }

  element(id: string): DiagramElement | undefined {
    return this.get<ElementRegistry>('elementRegistry').get(id);
  }

  root(): DiagramElement {
    return this.canvas().getRootElement();
  }

  /** One of the steps that are offered. */
  step(id: string): Step | undefined {
    return this.source.steps().find((step) => step.id === id);
  }

  change(element: DiagramElement, step: Step): void {
    this.get<ChangeStep>('changeStep').change(element, step);
  }

  edit(): Edit {
    return this.get<Edit>('edit');
  }

  append(...step: Parameters<AddStep['append']>): boolean {
    return this.get<AddStep>('addStep').append(...step);
  }

  drag(...step: Parameters<AddStep['drag']>): void {
    this.get<AddStep>('addStep').drag(...step);
  }

  /** Lays the diagram out anew; answers why not, where it cannot. */
  async tidy(): Promise<TidyRefusal | null> {
    const tidy = this.get<Tidy>('tidy');
    const refusal = tidy.refusal();
    if (refusal) return refusal;
    tidy.apply(await readLayout(await this.xml()));
    // The drawing is measured once the browser has laid it out.
    await new Promise(requestAnimationFrame);
    this.fit();
    return null;
  }

  /** The keyboard is on the canvas again. */
  focusCanvas(): void {
    this.canvas().focus();
  }

  canUndo(): boolean {
    return this.stack().canUndo();
  }

  canRedo(): boolean {
    return this.stack().canRedo();
  }

  undo(): void {
    if (this.canUndo()) this.stack().undo();
  }

  redo(): void {
    if (this.canRedo()) this.stack().redo();
  }

  showProblems(problems: readonly ElementProblem[]): void {
    this.get<Problems>('problems').show(problems);
  }

  showTokens(badges: readonly TokenBadge[]): void {
    this.get<Tokens>('tokens').show(badges);
  }

  fit(): void {
    fit(this.canvas());
  }

  zoomBy(factor: number): void {
    const canvas = this.canvas();
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)));
  }

  close(): void {
    this.modeler.destroy();
  }

  private canvas(): Canvas {
    return this.get<Canvas>('canvas');
  }

  private stack(): CommandStack {
    return this.get<CommandStack>('commandStack');
  }

  private get<Service>(name: string): Service {
    return this.modeler.get<Service>(name);
  }

  private emit<Name extends keyof SessionEvents>(name: Name, detail: SessionEvents[Name]): void {
    this.events.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
