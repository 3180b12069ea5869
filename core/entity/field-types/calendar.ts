import { choiceType } from './choice.ts';
import type { CommonOptions, Field, FieldTypeSpec, Given } from './field-type.ts';

/** A choice that is always among the company's calendars. */
export const calendarType: FieldTypeSpec = {
  ...choiceType,
  type: 'calendar',
  from: 'calendars',
  refuse: () => undefined,
};

/** In whose working hours something is counted: the id or name of one of the company's calendars; its own when empty. */
export const calendar = <const O extends CommonOptions<string>>(options?: O): Field<Given<string, O>> => ({
  ...options,
  type: 'calendar',
});
