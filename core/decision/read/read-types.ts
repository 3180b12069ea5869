import type { FeelType } from '../model.ts';
import { many, one, text, type Source } from './source.ts';

export interface NamedType {
  type: FeelType;
  allowed: string;
}

/** The types of a file by name: those of FEEL and of the file's own item definitions. */
export interface Types {
  of(name: string): NamedType;
}

const known: Record<string, FeelType> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  long: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'dateTime',
  'date and time': 'dateTime',
  time: 'time',
  daytimeduration: 'duration',
  yearmonthduration: 'duration',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
};

/** Lists and structures are taken as they come. */
export function readTypes(definitions: Source): Types {
  const items = new Map(many(definitions, 'itemDefinition').map((item) => [item.name ?? '', item]));
  const typeOf = (name: string, depth: number): NamedType => {
    const type = known[name.replace(/^.*:/, '').toLowerCase()];
    if (type) return { type, allowed: '' };
    const item = items.get(name);
    if (!item || depth > 10 || item.get('isCollection') === true) return { type: 'any', allowed: '' };
    const base = typeOf(text(item, 'typeRef'), depth + 1);
    return { type: base.type, allowed: text(one(item, 'allowedValues'), 'text') || base.allowed };
  };
  return { of: (name) => typeOf(name, 0) };
}
