import { refused, type CommonOptions, type Field, type FieldTypeSpec, type Given } from './field-type.ts';
import { plainText } from './plain-text.ts';
import { textType } from './text.ts';

/** As long as an id or a name may be. */
const longest = 80;

/** What went, or is named otherwise, stays in records until somebody chooses: whoever counts on it says so. */
export const choiceType: FieldTypeSpec = {
  ...textType,
  type: 'choice',
  refuse: (field) => (field.from ? undefined : refused('choice-source-missing')),
  parse: (value) => plainText(value, longest),
};

/** One of what a source says can be chosen now: see `ChoiceSource`. The field holds its value, not its words. */
export const choice = <const O extends CommonOptions<string> & { from: string }>(
  options: O,
): Field<Given<string, O>> => ({ ...options, type: 'choice' });
