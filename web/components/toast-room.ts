import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Height of a bar with buttons and the space above it. */
const barHeight = '72px';

/** While a bar with buttons stands at the foot of its host, toasts stand above it. */
export class ToastRoom implements ReactiveController {
  private readonly hasBar: () => boolean;

  constructor(host: ReactiveControllerHost, hasBar: () => boolean) {
    this.hasBar = hasBar;
    host.addController(this);
  }

  hostUpdated(): void {
    const { style } = document.documentElement;
    if (this.hasBar()) style.setProperty('--rl-toast-bottom', barHeight);
    else style.removeProperty('--rl-toast-bottom');
  }

  hostDisconnected(): void {
    document.documentElement.style.removeProperty('--rl-toast-bottom');
  }
}
