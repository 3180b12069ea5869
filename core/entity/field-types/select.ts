import type { SelectOption } from '../definition.ts';
import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { textType } from './text.ts';

export const selectType: FieldTypeSpec = {
  ...textType,
  type: 'select',
  refuse: (field) => ((field.options ?? []).length === 0 ? refused('options-missing') : undefined),
  parse(value, field) {
    if (value === '') return parsed(null);
    return hasOption(field.options, value)
      ? parsed(value)
      : refused('not-option', optionParams(field.options, value));
  },
};

export const hasOption = (options: readonly SelectOption[] | undefined, value: unknown): boolean =>
  options?.some((option) => option.value === value) ?? false;

export const optionParams = (options: readonly SelectOption[] | undefined, value: unknown) => ({
  value: String(value).slice(0, 80),
  options: (options ?? []).map((option) => option.value).join(', '),
});

/** Options may be written as bare values. */
export type OptionInput = SelectOption | string;
export type OptionValue<O> = O extends string ? O : O extends { value: infer V extends string } ? V : string;

export const optionList = (options: readonly OptionInput[]): SelectOption[] =>
  options.map((option) => (typeof option === 'string' ? { value: option } : option));

/** One of a list of options, stored as its value. */
export const select = <
  const Options extends readonly OptionInput[],
  const O extends CommonOptions<OptionValue<Options[number]>>,
>(
  options: { options: Options } & O,
): Field<Given<OptionValue<Options[number]>, O>> => ({
  ...options,
  options: optionList(options.options),
  type: 'select',
});
