import type { Canvas, ElementRegistry } from '../services.ts';

/** Style classes by element id: the style sheet says what they look like. */
export type MarkClasses = ReadonlyMap<string, string>;

/** One mark on each element named; showing others takes the former away. */
export class Marks {
  static $inject = ['canvas', 'elementRegistry'];
  private readonly canvas: Canvas;
  private readonly elementRegistry: ElementRegistry;
  private shown: MarkClasses = new Map();

  constructor(canvas: Canvas, elementRegistry: ElementRegistry) {
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
  }

  show(classes: MarkClasses): void {
    for (const [id, name] of this.shown)
      if (this.elementRegistry.get(id) && classes.get(id) !== name) this.canvas.removeMarker(id, name);
    for (const [id, name] of classes)
      if (this.elementRegistry.get(id) && this.shown.get(id) !== name) this.canvas.addMarker(id, name);
    this.shown = new Map(classes);
  }

  /** After another diagram was opened: its elements carry nothing yet. */
  forget(): void {
    this.shown = new Map();
  }
}
