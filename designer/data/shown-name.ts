import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sayName } from '../moddle/plugin-names.ts';
import { processHead } from '../moddle/process-head.ts';
import { loadPluginNames } from './plugin-names.ts';

/** What a flow is called in the reader's language, by its diagram; its host is drawn again when that is known. */
export class ShownName implements ReactiveController {
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    void loadPluginNames().then(() => this.host.requestUpdate());
  }

  of(xml: string, key: string): string {
    const name = processHead(xml)?.name;
    return name ? sayName(key, name) : key;
  }
}
