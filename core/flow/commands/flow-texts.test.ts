import { expect, test } from 'vitest';
import { flowTexts } from './flow-texts.ts';

const texts: Record<string, Record<string, string>> = {
  en: { 'shop.flow.greet': 'Greet', 'shop.flow.greet.ask': 'Ask', 'shop.flow.greet.ask.mood.good': 'Good' },
  'zh-CN': {
    'shop.flow.greet': '问候',
    'shop.flow.greet.ask': '询问',
    'shop.flow.greet.ask.mood.good': '好',
  },
};
// The cast: only what the texts are looked up with.
const parts = {
  registry: { plugins: [{ id: 'shop' }], find: (locale: string, key: string) => texts[locale]?.[key] },
} as never;

test('names a plugin drew are read in the reader’s language', () => {
  const chinese = flowTexts(parts, { locale: 'zh-CN' });
  expect(chinese.flow('greet', 'Greet')).toBe('问候');
  expect(chinese.element('greet', 'ask', 'Ask')).toBe('询问');
  const field = { id: 'mood', type: 'select', label: 'Mood', options: [{ value: 'good', label: 'Good' }] };
  expect(chinese.form('greet', 'ask', { fields: [field] })).toEqual({
    fields: [{ ...field, options: [{ value: 'good', label: '好' }] }],
  });
});

test('a name that was changed in the diagram stays as it is', () => {
  expect(flowTexts(parts, { locale: 'zh-CN' }).element('greet', 'ask', 'Ask politely')).toBe('Ask politely');
});
