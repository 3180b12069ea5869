/** Where an element without a name stands, by names that people gave: “the gateway after “Ask the head””. */
export interface Place {
  kind: PlaceKind;
  /** What it stands behind or before, or on whose border. */
  side?: 'after' | 'before' | 'on';
  name?: string;
  /** Of a sequence flow: its ends, each by name or by its own place. */
  from?: string | Place;
  to?: string | Place;
}

export type PlaceKind = 'gateway' | 'way' | 'start' | 'end' | 'event' | 'group' | 'flow' | 'step';

/** A diagram as far as places need it, be it a file or a deployed graph. */
export interface Drawing {
  element(id: string): DrawnElement | undefined;
  /** Ids of the elements that sequence flows lead from and to. */
  before(id: string): readonly string[];
  after(id: string): readonly string[];
}

export interface DrawnElement {
  /** BPMN type in camelCase. */
  type: string;
  name: string;
  /** Boundary events: the activity. */
  host?: string;
  /** Sequence flows: their ends. */
  from?: string;
  to?: string;
}

/** Steps that are looked through for one with a name; a diagram without names is not walked whole. */
const farthest = 12;

/** Undefined where there is no such element. */
export const placeOf = (id: string, drawing: Drawing): Place | undefined => {
  const element = drawing.element(id);
  if (!element) return undefined;
  const kind = kindOf(element.type);
  if (kind === 'way') return placeOfWay(element, drawing);
  const host = element.host === undefined ? undefined : drawing.element(element.host)?.name;
  if (host) return { kind, side: 'on', name: host };
  const before = nearestName(id, drawing, 'before');
  if (before) return { kind, side: 'after', name: before };
  const after = nearestName(id, drawing, 'after');
  return after ? { kind, side: 'before', name: after } : { kind };
};

const placeOfWay = ({ from, to }: DrawnElement, drawing: Drawing): Place => {
  const end = (id: string | undefined): string | Place | undefined =>
    id === undefined ? undefined : drawing.element(id)?.name || placeOf(id, drawing);
  const [source, target] = [end(from), end(to)];
  return { kind: 'way', ...(source && { from: source }), ...(target && { to: target }) };
};

const nearestName = (id: string, drawing: Drawing, side: 'before' | 'after'): string | undefined => {
  const seen = new Set([id]);
  for (const at of seen) {
    if (seen.size > farthest) return undefined;
    for (const next of drawing[side](at)) {
      const name = drawing.element(next)?.name;
      if (name) return name;
      seen.add(next);
    }
  }
  return undefined;
};

const kindOf = (type: string): PlaceKind => {
  if (type.endsWith('Gateway')) return 'gateway';
  if (type === 'sequenceFlow') return 'way';
  if (type === 'startEvent') return 'start';
  if (type === 'endEvent') return 'end';
  if (type.endsWith('Event')) return 'event';
  if (type === 'process') return 'flow';
  return type.endsWith('ubProcess') || type === 'transaction' ? 'group' : 'step';
};
