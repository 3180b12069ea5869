import type { Actor } from '../../access/actor.ts';
import { optionLabel } from '../../entity/export/index.ts';
import { fieldWords } from '../../entity/field-words.ts';
import type { Graph } from '../graph/index.ts';
import type { Comparison } from '../story/condition-reason.ts';
import type { Words } from '../story/story-texts.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts } from './parts.ts';

/** What people call that which a condition compares: a field of the record, or one of a form. */
export function comparedWords(
  parts: FlowParts,
  { actor, graphs }: { actor: Actor; graphs: readonly Graph[] },
): Words['wordsOf'] {
  return ({ path, value }: Comparison) => {
    const [root, field = '', ...deeper] = path.split('.');
    if (deeper.length > 0) return {};
    if (root === '$subject') return wordsOfField(parts, { actor, graphs }, { field, value });
    return field === '' ? wordsOfForm(parts, { actor, graphs }, { field: path, value }) : {};
  };
}

interface Compared {
  field: string;
  value: Comparison['value'];
}
type Reader = { actor: Actor; graphs: readonly Graph[] };
type Said = ReturnType<Words['wordsOf']>;

function wordsOfField(
  { registry }: FlowParts,
  { actor, graphs }: Reader,
  { field: id, value }: Compared,
): Said {
  const subject = graphs[0]?.subject;
  if (!subject || !registry.hasEntity(subject)) return {};
  const entity = registry.entity(subject);
  const field = entity.fields[id];
  if (!field) return {};
  const named = { registry, locale: actor.locale, entity, id, field };
  const isOption = field.options !== undefined && typeof value === 'string';
  return { name: fieldWords(named, entity, id), ...(isOption && { value: optionLabel(named, value) }) };
}

function wordsOfForm(parts: FlowParts, { actor, graphs }: Reader, { field: id, value }: Compared): Said {
  const texts = flowTexts(parts, actor);
  for (const { key, nodes } of graphs)
    for (const node of Object.values(nodes)) {
      const form = texts.form(key, node.id, node.work?.form ?? null);
      const field = form && 'fields' in form ? form.fields.find((each) => each.id === id) : undefined;
      if (!field?.label) continue;
      const option = field.options?.find((each) => each.value === value);
      return { name: field.label, ...(option && { value: option.label }) };
    }
  return {};
}
