import type { EventBus } from '../services.ts';
import type { Keyboard } from './keyboard.ts';

/** Before bpmn-js: there a bare S opens the space tool. */
const highPriority = 2000;

/** Ctrl-S or Cmd-S on the canvas fires `relata.save`. */
export class SaveKey {
  static $inject = ['keyboard', 'eventBus'];

  constructor(keyboard: Keyboard, eventBus: EventBus) {
    keyboard.addListener(highPriority, ({ keyEvent }) => {
      if (!(keyEvent.ctrlKey || keyEvent.metaKey) || keyEvent.key.toLowerCase() !== 's') return undefined;
      eventBus.fire('relata.save');
      return true;
    });
  }
}
