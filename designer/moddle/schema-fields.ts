/** One property of a task type's JSON schema, as the panel shows it. */
export interface SchemaField {
  name: string;
  label: string;
  help: string;
  isRequired: boolean;
  type: 'text' | 'number' | 'boolean' | 'list' | 'object' | 'any';
  /** The values it may have, when they are few and known. */
  choices: string[];
  /** The entity whose record id it takes. */
  entity: string;
}

type Schema = Record<string, unknown>;

/** The properties of an object schema; empty for any other schema. */
export const schemaFields = (schema: Schema): SchemaField[] => {
  const properties = objectOf(schema['properties']);
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(properties).map(([name, value]) => {
    const property = unwrap(objectOf(value));
    return {
      name,
      label: text(objectOf(value)['title']) || text(property['title']) || name,
      help: text(objectOf(value)['description']) || text(property['description']),
      isRequired: required.includes(name) && !('default' in objectOf(value)),
      type: typeOf(property),
      choices: choicesOf(property),
      entity: text(property['x-entity']) || text(property['entity']),
    };
  });
};

/** What an optional or nullable property is when it has a value. */
const unwrap = (property: Schema): Schema => {
  const options = property['anyOf'] ?? property['oneOf'];
  if (!Array.isArray(options)) return property;
  const real = options.map(objectOf).filter((option) => option['type'] !== 'null');
  return real.length === 1 && real[0] ? real[0] : property;
};

const choicesOf = (property: Schema): string[] => {
  const found = property['enum'];
  return Array.isArray(found) ? found.filter((choice) => typeof choice === 'string') : [];
};

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
