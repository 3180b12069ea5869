import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Saving {
  /** Ctrl-S or Cmd-S was pressed outside the canvas. */
  save(): void;
  /** The page or the screen is left. */
  leave(): void;
}

/** Listens for what asks to save, as long as its host is on the page. */
export class SaveController implements ReactiveController {
  private readonly saving: Saving;

  constructor(host: ReactiveControllerHost, saving: Saving) {
    this.saving = saving;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.onLeave);
    addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.onLeave);
    removeEventListener('keydown', this.onKey);
    this.saving.leave();
  }

  private readonly onLeave = (): void => this.saving.leave();

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.defaultPrevented)
      return;
    event.preventDefault();
    this.saving.save();
  };
}
