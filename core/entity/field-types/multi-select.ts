import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { hasOption, optionList, optionParams, type OptionInput, type OptionValue } from './select.ts';
import { textList } from './text-list.ts';

export const multiSelectType: FieldTypeSpec = {
  ...textList,
  type: 'multiSelect',
  refuse: (field) => ((field.options ?? []).length === 0 ? refused('options-missing') : undefined),
  parse(value, field) {
    if (!Array.isArray(value)) return refused('not-list');
    const wrong: unknown = value.find((one) => !hasOption(field.options, one));
    if (wrong !== undefined) return refused('not-option', optionParams(field.options, wrong));
    return parsed(value.length === 0 ? null : [...new Set(value)]);
  },
};

/** Several of a list of options. */
export const multiSelect = <
  const Options extends readonly OptionInput[],
  const O extends CommonOptions<OptionValue<Options[number]>[]>,
>(
  options: { options: Options } & O,
): Field<Given<OptionValue<Options[number]>[], O>> => ({
  ...options,
  options: optionList(options.options),
  type: 'multiSelect',
});
