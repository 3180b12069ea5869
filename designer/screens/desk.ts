import type { ReactiveControllerHost } from 'lit';
import type { OpenFlow } from './open-flow.ts';

/** What the parts of the editor know of the flow that is open. */
export interface Desk extends ReactiveControllerHost {
  flow: OpenFlow;
  flowName(): string;
  /** The diagram now, as XML. */
  read(): Promise<string>;
  /** Opens the flow anew, with what is kept of it. */
  reopen(): void;
}
