import type { Canvas, DiagramElement, ElementRegistry, EventBus, Overlays, Point } from '../services.ts';

export interface ElementProblem {
  element: string;
  severity: 'error' | 'warning';
  sentence: string;
}

/** What an element carries now. */
interface Shown {
  severity: ElementProblem['severity'];
  sentences: string;
  overlay: string;
}

/**
 * Marks the elements that have problems: a border in the colour of the worst, and a badge that says them. Only what
 * is otherwise than before is drawn anew: a thousand elements with the same problems cost nothing.
 */
export class Problems {
  static $inject = ['overlays', 'canvas', 'elementRegistry', 'eventBus'];
  private readonly overlays: Overlays;
  private readonly canvas: Canvas;
  private readonly elementRegistry: ElementRegistry;
  private readonly shown = new Map<string, Shown>();

  constructor(overlays: Overlays, canvas: Canvas, elementRegistry: ElementRegistry, eventBus: EventBus) {
    this.overlays = overlays;
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
    // What is taken from the drawing takes its badge along; it comes back by undo without one.
    eventBus.on<{ element: DiagramElement }>(['shape.removed', 'connection.removed'], ({ element }) => {
      this.shown.delete(element.id);
    });
    eventBus.on('diagram.clear', () => this.shown.clear());
  }

  show(problems: readonly ElementProblem[]): void {
    const byElement = Map.groupBy(problems, (problem) => problem.element);
    for (const id of [...this.shown.keys()]) if (!byElement.has(id)) this.remove(id);
    for (const [id, ofElement] of byElement) this.mark(id, ofElement);
  }

  private mark(id: string, ofElement: ElementProblem[]): void {
    const element = this.elementRegistry.get(id);
    // The root has no border; its problems stand in the list alone.
    if (!element || element === this.canvas.getRootElement()) return;
    const severity = ofElement.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
    const sentences = ofElement.map((problem) => problem.sentence).join('\n');
    const before = this.shown.get(id);
    if (before?.severity === severity && before.sentences === sentences) return;
    if (before) this.remove(id);
    this.canvas.addMarker(element, `rl-${severity}`);
    const overlay = this.overlays.add(element, 'relata-problem', {
      position: positionOn(element),
      html: badge(severity, sentences),
    });
    this.shown.set(id, { severity, sentences, overlay });
  }

  private remove(id: string): void {
    const before = this.shown.get(id);
    if (!before) return;
    this.overlays.remove(before.overlay);
    if (this.elementRegistry.get(id)) this.canvas.removeMarker(id, `rl-${before.severity}`);
    this.shown.delete(id);
  }
}

const positionOn = (element: DiagramElement): Record<string, number> =>
  element.waypoints ? onWay(element.waypoints) : { top: -9, left: -9 };

/** The middle of its longest part; overlays of connections count from the corner of all its points. */
const onWay = (points: readonly Point[]): Record<string, number> => {
  const left = Math.min(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  let longest = { length: -1, x: left, y: top };
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length > longest.length) longest = { length, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  }
  return { top: longest.y - top - 9, left: longest.x - left - 9 };
};

const badge = (severity: string, sentences: string): HTMLElement => {
  const html = document.createElement('div');
  html.className = `rl-problem-badge ${severity}`;
  html.title = sentences;
  html.textContent = '!';
  return html;
};
