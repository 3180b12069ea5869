import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { plainText } from './plain-text.ts';
import { textType } from './text.ts';

/** Marks people put between digits. */
const marks = /[\s().\-/\u2010-\u2015\u00a0\uff08\uff09\uff0d]/g;

export const phoneType: FieldTypeSpec = {
  ...textType,
  type: 'phone',
  parse(value) {
    const text = plainText(value, 60);
    if (!text.ok || text.value === null) return text;
    const digits = String(text.value).normalize('NFKC').replace(marks, '').replace(/^00/, '+');
    // E.164 has at most 15 digits; a number without `+` stays national until a country is known.
    return /^\+?\d{3,15}$/.test(digits)
      ? parsed(digits)
      : refused('not-phone', { value: digits.slice(0, 80) });
  },
};

/** A telephone number: digits only, with `+` where the country is known. */
export const phone = <const O extends CommonOptions<string>>(options?: O): Field<Given<string, O>> => ({
  ...options,
  type: 'phone',
});
