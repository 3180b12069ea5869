/** The part of diagram-js's keyboard that we use. A listener that answers true keeps the key to itself. */
export interface Keyboard {
  addListener(
    priority: number,
    listener: (context: { keyEvent: KeyboardEvent }) => boolean | undefined,
  ): void;
}
