export type { Cause, FieldChange, NewEvent, RecordEventKind, RelataEvent } from './event.ts';
export { createEvents, type Events, type Subscriber } from './events.ts';
export type { TailPage, TailPosition } from './tail.ts';
