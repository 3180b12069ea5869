import type { Canvas, ElementRegistry } from '../services.ts';

export interface PathMarks {
  taken: readonly string[];
  active: readonly string[];
  incidents: readonly string[];
}

/** Marks elements and flows; the style sheet colours them. */
export class TakenPath {
  static $inject = ['canvas', 'elementRegistry'];
  private readonly canvas: Canvas;
  private readonly elementRegistry: ElementRegistry;
  private marked: [id: string, marker: string][] = [];

  constructor(canvas: Canvas, elementRegistry: ElementRegistry) {
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
  }

  show(marks: PathMarks): void {
    for (const [id, marker] of this.marked) this.canvas.removeMarker(id, marker);
    this.marked = [];
    this.mark(marks.taken, 'rl-taken');
    this.mark(marks.active, 'rl-active');
    this.mark(marks.incidents, 'rl-incident');
  }

  private mark(ids: readonly string[], marker: string): void {
    for (const id of ids) {
      if (!this.elementRegistry.get(id)) continue;
      this.canvas.addMarker(id, marker);
      this.marked.push([id, marker]);
    }
  }
}
