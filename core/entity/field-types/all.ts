import type { FieldDefinition, FieldType } from '../definition.ts';
import { addressType } from './address.ts';
import { autoNumberType } from './auto-number.ts';
import { booleanType } from './boolean.ts';
import { calendarType } from './calendar.ts';
import { choiceType } from './choice.ts';
import { dateTimeType } from './date-time.ts';
import { dateType } from './date.ts';
import { decimalType } from './decimal.ts';
import { durationType } from './duration.ts';
import { emailType } from './email.ts';
import type { FieldTypeSpec } from './field-type.ts';
import { fileType } from './file.ts';
import { formulaType } from './formula.ts';
import { geoPointType } from './geo-point.ts';
import { integerType } from './integer.ts';
import { jsonType } from './json.ts';
import { longTextType } from './long-text.ts';
import { memberCountType } from './member-count.ts';
import { moneyType } from './money.ts';
import { multiSelectType } from './multi-select.ts';
import { phoneType } from './phone.ts';
import { relationType } from './relation.ts';
import { relationManyType } from './relation-many.ts';
import { richTextType } from './rich-text.ts';
import { rollupType } from './rollup.ts';
import { secretType } from './secret.ts';
import { selectType } from './select.ts';
import { tagsType } from './tags.ts';
import { textType } from './text.ts';
import { urlType } from './url.ts';
import { userType } from './user.ts';

const specs = [
  textType,
  longTextType,
  integerType,
  decimalType,
  moneyType,
  booleanType,
  calendarType,
  choiceType,
  dateType,
  dateTimeType,
  selectType,
  multiSelectType,
  tagsType,
  emailType,
  phoneType,
  urlType,
  relationType,
  relationManyType,
  userType,
  jsonType,
  autoNumberType,
  richTextType,
  durationType,
  addressType,
  geoPointType,
  fileType,
  secretType,
  formulaType,
  rollupType,
  memberCountType,
];

/** A type that is not here yet is refused at definition, with a sentence. */
export const fieldTypes: ReadonlyMap<FieldType, FieldTypeSpec> = new Map(
  specs.map((spec) => [spec.type, spec]),
);

export function fieldType(field: Pick<FieldDefinition, 'type'>): FieldTypeSpec {
  const spec = fieldTypes.get(field.type);
  if (!spec) throw new Error(`Fields of type ${field.type} passed the check of definitions.`);
  return spec;
}
