import type { FieldDefinition } from '../definition.ts';
import { blind, open, seal } from '../secret/secret-box.ts';
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { plainText } from './plain-text.ts';
import { urlType } from './url.ts';

/** As it is stored; nobody but the store and the revealing route sees it. */
interface Sealed {
  sealed: string;
  hash: string | null;
}

/** What everybody else sees. */
const shown = { isSet: true } as const;
const longest = 4_000;

export const secretType: FieldTypeSpec = {
  type: 'secret',
  kind: 'opaque',
  isSortable: false,
  columns: (field) => [
    { suffix: '', type: 'text' },
    ...(field.isFindable ? [{ suffix: '_hash', type: 'text' }] : []),
  ],
  parse(value, field, context) {
    if (typeof value === 'object') return parseObject(value as object);
    const text = field.isUrl ? urlType.parse(value, field, context) : plainText(value, field.max ?? longest);
    if (!text.ok || text.value === null || text.value === undefined) return text;
    const plain = String(text.value);
    return parsed({ sealed: seal(plain), hash: blind(plain) });
  },
  toColumns(value) {
    // The canonical form that `parse` gave.
    const { sealed, hash } = value as Sealed;
    return [sealed, hash];
  },
  fromColumns: ([sealed, hash]) => ({ sealed, hash: hash ?? null }),
  shown: () => shown,
  text: () => '',
  shape: (field) =>
    field.isFindable
      ? {
          column: 1,
          kind: 'blind',
          literal: (value) => (typeof value === 'string' && value.trim() !== '' ? blind(value) : undefined),
        }
      : {},
};

/** What was read is written back unchanged; what another record holds may be taken over, as in a merge. */
function parseObject(value: object) {
  if ('isSet' in value && value.isSet === true) return parsed(undefined);
  const isOurs = 'sealed' in value && typeof value.sealed === 'string' && open(value.sealed) !== undefined;
  return isOurs ? parsed(value) : refused('not-text');
}

/** A value that is encrypted at rest, shown only on demand, and in no event, export, search or log. */
export const secret = <
  const O extends Omit<CommonOptions<string>, 'default' | 'unique'> &
    Pick<FieldDefinition, 'isFindable' | 'isUrl' | 'wasText'>,
>(
  options?: O,
): Field<Given<{ isSet: true }, O>> => ({ ...options, type: 'secret' });
