import type { DiagramElement, ElementRegistry, EventBus, Overlays } from '../services.ts';

export interface TokenBadge {
  element: string;
  text: string;
  title: string;
  isIncident?: boolean;
}

/** Badges on the upper right of elements: tokens, or what stopped there. What is shown already stays as it is. */
export class Tokens {
  static $inject = ['overlays', 'elementRegistry', 'eventBus'];
  private readonly overlays: Overlays;
  private readonly elementRegistry: ElementRegistry;
  private readonly shown = new Map<string, { said: string; overlay: string }>();

  constructor(overlays: Overlays, elementRegistry: ElementRegistry, eventBus: EventBus) {
    this.overlays = overlays;
    this.elementRegistry = elementRegistry;
    // What is taken from the drawing takes its badge along; it comes back by undo without one.
    eventBus.on<{ element: DiagramElement }>('shape.removed', ({ element }) => {
      this.shown.delete(element.id);
    });
    eventBus.on('diagram.clear', () => this.shown.clear());
  }

  show(badges: readonly TokenBadge[]): void {
    const wanted = new Map(badges.map((badge) => [badge.element, badge]));
    for (const [id, { said, overlay }] of this.shown) {
      if (JSON.stringify(wanted.get(id)) === said) continue;
      this.overlays.remove(overlay);
      this.shown.delete(id);
    }
    for (const badge of wanted.values()) this.add(badge);
  }

  private add(badge: TokenBadge): void {
    const { element, text, title, isIncident } = badge;
    const drawn = this.elementRegistry.get(element);
    if (this.shown.has(element) || !drawn) return;
    const html = document.createElement('div');
    html.className = isIncident ? 'rl-token incident' : 'rl-token';
    html.title = title;
    html.textContent = text;
    const overlay = this.overlays.add(element, 'relata-token', { position: placeOn(drawn.waypoints), html });
    this.shown.set(element, { said: JSON.stringify(badge), overlay });
  }
}

interface Point {
  x: number;
  y: number;
}

/** On the upper right of a shape; on a way, in the middle of its longest stretch. */
function placeOn(waypoints: readonly Point[] | undefined): Partial<Record<'top' | 'left' | 'right', number>> {
  if (!waypoints?.[1]) return { top: -10, right: 14 };
  const stretches = waypoints.slice(1).map((to, index) => ({ from: waypoints[index]!, to }));
  const lengthOf = ({ from, to }: (typeof stretches)[number]): number =>
    Math.hypot(to.x - from.x, to.y - from.y);
  const { from, to } = stretches.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0]!;
  const left = Math.min(...waypoints.map(({ x }) => x));
  const top = Math.min(...waypoints.map(({ y }) => y));
  return { top: (from.y + to.y) / 2 - top - 9, left: (from.x + to.x) / 2 - left - 12 };
}
