import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { plainText } from './plain-text.ts';
import { textList } from './text-list.ts';

const mostTags = 100;
const longestTag = 100;

export const tagsType: FieldTypeSpec = {
  ...textList,
  type: 'tags',
  parse(value) {
    if (!Array.isArray(value)) return refused('not-list');
    if (value.length > mostTags) return refused('list-long', { max: mostTags });
    const tags = new Set<unknown>();
    for (const one of value) {
      const tag = plainText(one, longestTag);
      if (!tag.ok) return tag;
      if (tag.value !== null) tags.add(tag.value);
    }
    return parsed(tags.size === 0 ? null : [...tags]);
  },
};

/** Free words, without repetition. */
export const tags = <const O extends CommonOptions<string[]>>(options?: O): Field<Given<string[], O>> => ({
  ...options,
  type: 'tags',
});
