import { expect, test } from 'vitest';
import { checkForm } from './check-form.ts';
import type { WorkForm } from './work-item-rows.ts';

const form: WorkForm = {
  fields: [
    { id: 'approved', type: 'boolean', required: true },
    { id: 'reason', type: 'text', requiredIf: 'approved = false' },
    { id: 'amount', type: 'decimal', required: true, visible: 'approved' },
    { id: 'note', type: 'text', requiredIf: 'amount > 100' },
  ],
};

const codesOf = (variables: Parameters<typeof checkForm>[1]): string[] => {
  try {
    checkForm(form, variables);
    return [];
  } catch (error) {
    return (error as { errors: { pointer: string; code: string }[] }).errors.map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  }
};

test.each([
  [{ approved: true, amount: 5 }, []],
  [{ approved: true }, ['/variables/amount form-field-required']],
  [{ approved: true, amount: 500 }, ['/variables/note form-field-required']],
  [{ approved: false }, ['/variables/reason form-field-required']],
  [{ approved: false, reason: 'too dear' }, []],
  [{}, ['/variables/approved form-field-required', '/variables/amount form-field-required']],
])('%j lacks %j', (variables, expected) => {
  expect(codesOf(variables)).toEqual(expected);
});
