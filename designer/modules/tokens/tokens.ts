import type { ElementRegistry, Overlays } from '../services.ts';

export interface TokenBadge {
  element: string;
  text: string;
  title: string;
  isIncident?: boolean;
}

const overlayType = 'relata-token';

/** Badges on the upper right of elements: tokens, or what stopped there. */
export class Tokens {
  static $inject = ['overlays', 'elementRegistry'];
  private readonly overlays: Overlays;
  private readonly elementRegistry: ElementRegistry;

  constructor(overlays: Overlays, elementRegistry: ElementRegistry) {
    this.overlays = overlays;
    this.elementRegistry = elementRegistry;
  }

  show(badges: readonly TokenBadge[]): void {
    this.overlays.remove({ type: overlayType });
    for (const badge of badges) {
      if (!this.elementRegistry.get(badge.element)) continue;
      const html = document.createElement('div');
      html.className = badge.isIncident ? 'rl-token incident' : 'rl-token';
      html.title = badge.title;
      html.textContent = badge.text;
      this.overlays.add(badge.element, overlayType, { position: { top: -10, right: 14 }, html });
    }
  }
}
