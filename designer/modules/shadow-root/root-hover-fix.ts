import HoverFix from 'diagram-js/lib/features/hover-fix/HoverFix.js';
import type { Canvas, ElementRegistry, EventBus } from '../services.ts';

/** Finds what is under the pointer from inside the canvas's own root; the document sees only the root's host. */
export class RootHoverFix extends HoverFix {
  static $inject = ['elementRegistry', 'eventBus', 'injector', 'canvas'];
  private readonly canvas: Canvas;

  constructor(elementRegistry: ElementRegistry, eventBus: EventBus, injector: unknown, canvas: Canvas) {
    super(elementRegistry, eventBus, injector);
    this.canvas = canvas;
    // The superclass is a plain function that puts its own `_findTargetGfx` on the instance.
    Object.assign(this, { _findTargetGfx: (event: Event) => this.find(event) });
  }

  private find(event: Event): Element | null | undefined {
    if (!(event instanceof MouseEvent)) return undefined;
    const root = this.canvas.getContainer().getRootNode();
    if (!(root instanceof ShadowRoot) && !(root instanceof Document)) return undefined;
    return root.elementFromPoint(event.clientX, event.clientY)?.closest('svg, .djs-element');
  }
}
