import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Alt with an arrow key moves what has the focus. */
export function moveKey(event: KeyboardEvent, index: number, move: (from: number, to: number) => void): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  if (!event.altKey || step === 0) return;
  event.preventDefault();
  move(index, index + step);
}

type Move = (from: number, to: number) => void;

/** Items of a list that are dragged to another place by a grip of the class `grip`. */
export class Reorder {
  private readonly move: Move;
  private from: number | undefined;

  constructor(move: Move) {
    this.move = move;
  }

  item(index: number) {
    return draggable({ index, owner: this });
  }

  start(index: number, event: DragEvent): void {
    this.from = index;
    event.dataTransfer?.setData('text/plain', String(index));
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  }

  get isDragging(): boolean {
    return this.from !== undefined;
  }

  drop(index: number): void {
    const { from } = this;
    this.from = undefined;
    if (from !== undefined && from !== index) this.move(from, index);
  }

  end(): void {
    this.from = undefined;
  }
}

class DraggableDirective extends Directive {
  private bound = false;
  private index = 0;

  render(_input: { index: number; owner: Reorder }): void {}

  override update(part: ElementPart, [{ index, owner }]: [{ index: number; owner: Reorder }]): void {
    this.index = index;
    if (this.bound) return;
    this.bound = true;
    // An element part's element is what the directive stands on.
    const element = part.element as HTMLElement;
    const mark = (isOver: boolean): void => void element.toggleAttribute('data-over', isOver);
    // Only the grip drags: text in the inputs can still be selected.
    element.addEventListener('pointerdown', (event) => {
      const isGrip = event.composedPath().some((one) => one instanceof Element && one.matches('.grip'));
      element.draggable = isGrip;
    });
    element.addEventListener('dragstart', (event) => owner.start(this.index, event));
    element.addEventListener('dragover', (event) => {
      if (!owner.isDragging) return;
      event.preventDefault();
      mark(true);
    });
    element.addEventListener('dragleave', () => mark(false));
    element.addEventListener('drop', (event) => {
      event.preventDefault();
      mark(false);
      owner.drop(this.index);
    });
    element.addEventListener('dragend', () => {
      element.draggable = false;
      owner.end();
    });
  }
}

const draggable = directive(DraggableDirective);
