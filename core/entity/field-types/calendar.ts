import type { CommonOptions, Field, FieldTypeSpec, Given } from './field-type.ts';
import { plainText } from './plain-text.ts';
import { textType } from './text.ts';

/** As long as an id or a name of one may be. */
const longest = 80;

/** A calendar that went may still be named: whoever counts time by it says so. */
export const calendarType: FieldTypeSpec = {
  ...textType,
  type: 'calendar',
  parse: (value) => plainText(value, longest),
};

/** In whose working hours something is counted: the id or name of one of the company's calendars; its own when empty. */
export const calendar = <const O extends CommonOptions<string>>(options?: O): Field<Given<string, O>> => ({
  ...options,
  type: 'calendar',
});
