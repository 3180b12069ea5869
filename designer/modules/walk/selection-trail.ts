import type { DiagramElement, ElementRegistry, EventBus, Selection } from '../services.ts';

/** What was chosen one after the other, so far as it is remembered. */
const longest = 50;

interface SelectionChange {
  newSelection: DiagramElement[];
}

/**
 * When a command takes away what is chosen (a step just added is undone), what was chosen before it is chosen again:
 * the keyboard goes on where it was.
 */
export class SelectionTrail {
  static $inject = ['eventBus', 'selection', 'elementRegistry'];
  private readonly selection: Selection;
  private readonly elementRegistry: ElementRegistry;
  private trail: string[] = [];

  constructor(eventBus: EventBus, selection: Selection, elementRegistry: ElementRegistry) {
    this.selection = selection;
    this.elementRegistry = elementRegistry;
    eventBus.on<SelectionChange>('selection.changed', (change) => this.remember(change));
    eventBus.on<{ trigger: string }>('commandStack.changed', ({ trigger }) =>
      trigger === 'clear' ? (this.trail = []) : this.goBack(),
    );
  }

  private remember({ newSelection }: SelectionChange): void {
    const [first, ...more] = newSelection;
    if (first && more.length === 0)
      this.trail = [...this.trail.filter((id) => id !== first.id), first.id].slice(-longest);
  }

  private goBack(): void {
    const { trail, selection, elementRegistry } = this;
    const last = trail.at(-1);
    if (last === undefined || elementRegistry.get(last) || selection.get().length > 0) return;
    const element = elementRegistry.get(trail.findLast((id) => elementRegistry.get(id)) ?? '');
    if (element) selection.select(element);
  }
}
