import type { Canvas, DiagramElement, ElementRegistry, Overlays, Point } from '../services.ts';

export interface ElementProblem {
  element: string;
  severity: 'error' | 'warning';
  sentence: string;
}

const overlayType = 'relata-problem';

/** Marks the elements that have problems: a border in the colour of the worst, and a badge that says them. */
export class Problems {
  static $inject = ['overlays', 'canvas', 'elementRegistry'];
  private readonly overlays: Overlays;
  private readonly canvas: Canvas;
  private readonly elementRegistry: ElementRegistry;
  private marked = new Map<string, string>();

  constructor(overlays: Overlays, canvas: Canvas, elementRegistry: ElementRegistry) {
    this.overlays = overlays;
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
  }

  show(problems: readonly ElementProblem[]): void {
    this.clear();
    for (const [id, ofElement] of Map.groupBy(problems, (problem) => problem.element)) {
      const element = this.elementRegistry.get(id);
      // The root has no border; its problems stand in the list alone.
      if (!element || element === this.canvas.getRootElement()) continue;
      const severity = ofElement.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
      this.canvas.addMarker(element, `rl-${severity}`);
      this.marked.set(id, severity);
      this.overlays.add(element, overlayType, {
        position: positionOn(element),
        html: badge(severity, ofElement.map((problem) => problem.sentence).join('\n')),
      });
    }
  }

  clear(): void {
    this.overlays.remove({ type: overlayType });
    for (const [id, severity] of this.marked) {
      if (this.elementRegistry.get(id)) this.canvas.removeMarker(id, `rl-${severity}`);
    }
    this.marked = new Map();
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
