/** OpenAPI 3.1 from the very schemas the routes check with; entities appear as schemas of their own. */
import { z } from 'zod';
import type { EntityDefinition, FieldDefinition } from '../entity/definition.ts';
import type { Registry } from '../registry.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** A function, since entities change at run time; made anew when the registry's version moved. */
export function openApiDocument(routes: readonly Route[], registry: Registry): () => Json {
  let made: { version: number; document: Json } | undefined;
  return () => {
    if (made?.version !== registry.version)
      made = { version: registry.version, document: write(routes, registry) };
    return made.document;
  };
}

function write(routes: readonly Route[], registry: Registry): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route);
  return {
    openapi: '3.1.0',
    info: { title: 'Relata', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'relata.session_token' },
      },
      schemas: {
        Problem: problemSchema,
        ...Object.fromEntries(registry.entities().map((entity) => [entity.id, entitySchema(entity)])),
      },
    },
  };
}

function operation(route: Route): Json {
  const isPublic = route.permission.startsWith('public:');
  return {
    summary: route.summary,
    tags: [route.tag],
    description: `Permission: ${route.permission}`,
    security: isPublic ? [] : [{ key: [] }, { session: [] }],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body) } } },
    }),
    responses: {
      '2XX': {
        description: 'Done',
        ...(route.response && { content: { 'application/json': { schema: jsonSchema(route.response) } } }),
      },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const shape = jsonSchema(schema) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(shape.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (shape.required ?? []).includes(name),
    schema: property,
  }));
}

export const jsonSchema = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' });

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

function entitySchema(entity: EntityDefinition): Json {
  const fields = Object.entries(entity.fields);
  return {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      version: { type: 'integer', readOnly: true },
      ...Object.fromEntries(fields.map(([id, field]) => [id, fieldSchema(field)])),
    },
    required: fields.filter(([, field]) => field.required && field.default === undefined).map(([id]) => id),
  };
}

const reference: Json = {
  type: ['object', 'null'],
  properties: { id: { type: 'string', format: 'uuid' }, title: { type: ['string', 'null'] } },
};

function fieldSchema(field: FieldDefinition): Json {
  switch (field.type) {
    case 'integer':
    case 'duration':
      return { type: ['integer', 'null'] };
    case 'decimal':
      return { type: ['number', 'null'] };
    case 'boolean':
      return { type: ['boolean', 'null'] };
    case 'money':
      return {
        type: ['object', 'null'],
        properties: { amount: { type: 'string' }, currency: { type: 'string' } },
      };
    case 'select':
      return {
        type: ['string', 'null'],
        enum: [...(field.options ?? []).map((option) => option.value), null],
      };
    case 'multiSelect':
    case 'tags':
      return { type: ['array', 'null'], items: { type: 'string' } };
    case 'relationMany':
      return { type: ['array', 'null'], items: reference };
    case 'relation':
    case 'user':
      return reference;
    case 'address':
    case 'file':
    case 'secret':
    case 'geoPoint':
      return { type: ['object', 'null'] };
    case 'json':
      return {};
    default:
      return { type: ['string', 'null'] };
  }
}
