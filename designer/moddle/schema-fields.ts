/** `list` is one that people keep; `segment` any, by its key; empty for an input that takes none of these. */
export type Chosen = (typeof chosen)[number] | '';
const chosen = ['entity', 'list', 'segment', 'report', 'role'] as const;

/** One property of a task type's JSON schema, as the panel shows it. */
export interface SchemaField {
  name: string;
  label: string;
  help: string;
  isRequired: boolean;
  /** What it is where nothing is given, when that is a text or a truth; empty for none. */
  usual: string;
  type: 'text' | 'number' | 'boolean' | 'list' | 'object' | 'any';
  /** How a text is written: `date`, `date-time`, `email`, `lines` for one that has several. */
  format: string;
  /** The values it may have, when they are few and known. */
  choices: string[];
  /** Their words, where these are known. */
  choiceLabels: Readonly<Record<string, string>>;
  /** The entity whose record id it takes. */
  entity: string;
  /** The field of that record that it takes instead of the id. */
  by: string;
  /** It takes the id of something that is no record. */
  choose: Chosen;
  /** The input that names the entity whose record id it takes. */
  recordOf: string;
  /** The input that names the entity whose fields are its members. */
  fieldsOf: string;
  /** The input that names the report of which it takes a measure. */
  measureOf: string;
  /** Of a list: each of its items. */
  items?: SchemaField;
  /** Of an object: those that the schema names. */
  members: SchemaField[];
  /** Of an object whose members one names oneself: that each of them is a number. */
  hasNumbers: boolean;
}

type Schema = Record<string, unknown>;

/** The properties of an object schema; empty for any other schema. */
export const schemaFields = (schema: Schema): SchemaField[] => {
  const properties = objectOf(schema['properties']);
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(properties).map(([name, value]) => {
    return schemaField(objectOf(value), name, required.includes(name));
  });
};

const schemaField = (outer: Schema, name: string, isRequired: boolean): SchemaField => {
  const property = unwrap(outer);
  const items = property['type'] === 'array' ? objectOf(property['items']) : undefined;
  return {
    ...plainField(name, typeOf(property)),
    label: text(outer['title']) || text(property['title']) || name,
    help: text(outer['description']) || text(property['description']),
    isRequired: isRequired && !('default' in outer),
    usual: usualOf(outer['default']),
    format: text(property['format']),
    ...choicesOf(outer['options'] ?? property['options'], property['enum']),
    entity: text(property['x-entity']) || text(property['entity']),
    by: text(property['by']),
    choose: chosen.find((each) => each === property['choose']) ?? '',
    recordOf: text(property['recordOf']),
    fieldsOf: text(property['fieldsOf']),
    measureOf: text(outer['measureOf']) || text(property['measureOf']),
    ...(items && { items: schemaField(items, name, false) }),
    members: property['type'] === 'object' ? schemaFields(property) : [],
    hasNumbers: typeOf(objectOf(property['additionalProperties'])) === 'number',
  };
};

/** A field of which nothing is known but its name. */
export const plainField = (name: string, type: SchemaField['type'] = 'any'): SchemaField => ({
  name,
  label: name,
  help: '',
  isRequired: false,
  usual: '',
  type,
  format: '',
  choices: [],
  choiceLabels: {},
  entity: '',
  by: '',
  choose: '',
  recordOf: '',
  fieldsOf: '',
  measureOf: '',
  members: [],
  hasNumbers: false,
});

/** What an optional or nullable property is when it has a value. */
const unwrap = (property: Schema): Schema => {
  const options = property['anyOf'] ?? property['oneOf'];
  if (!Array.isArray(options)) return property;
  const real = options.map(objectOf).filter((option) => option['type'] !== 'null');
  return real.length === 1 && real[0] ? real[0] : property;
};

/** The server says them in the reader's language; a schema alone knows its values. */
function choicesOf(options: unknown, values: unknown): Pick<SchemaField, 'choices' | 'choiceLabels'> {
  const said = (Array.isArray(options) ? options : []).map(objectOf);
  const worded = said.map(({ value, label }) => [text(value), text(label)]).filter(([, label]) => label);
  const known = said.length > 0 ? said.map(({ value }) => value) : values;
  return {
    choices: Array.isArray(known) ? known.filter((choice) => typeof choice === 'string') : [],
    choiceLabels: Object.fromEntries(worded),
  };
}

const usualOf = (value: unknown): string => (typeof value === 'boolean' ? String(value) : text(value));

const typeOf = (property: Schema): SchemaField['type'] => {
  const type = property['type'];
  if (type === 'string') return 'text';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'array') return 'list';
  return type === 'object' ? 'object' : 'any';
};

const objectOf = (value: unknown): Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
