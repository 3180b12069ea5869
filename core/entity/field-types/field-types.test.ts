import { expect, test } from 'vitest';
import type { FieldDefinition } from '../definition.ts';
import { fieldType } from './all.ts';

const parse = (definition: FieldDefinition, value: unknown): unknown => {
  const parsed = fieldType(definition).parse(value, definition, { currency: 'USD' });
  return parsed.ok ? parsed.value : parsed.code;
};
const text = (type: FieldDefinition['type'], value: unknown): string | undefined =>
  fieldType({ type }).text?.(value);

test.each([
  [5400, 5400],
  ['1:30', 5400],
  ['1:30:15', 5415],
  ['PT1H30M', 5400],
  ['P1DT2H', 93_600],
  ['1 h 30 min', 5400],
  ['2.5h', 9000],
  ['3 天', 259_200],
  ['1小时30分', 5400],
  ['', null],
  ['soon', 'not-duration'],
  ['1:75', 'not-duration'],
  ['PT', 'not-duration'],
])('a duration of %j is %j', (given, wanted) => {
  expect(parse({ type: 'duration' }, given)).toBe(wanted);
});

test('a duration reads as hours, minutes and seconds, and keeps to its range', () => {
  expect([text('duration', 5415), text('duration', -60)]).toEqual(['1:30:15', '-0:01:00']);
  expect(parse({ type: 'duration', max: 60 }, '2 min')).toBe('number-large');
});

test('an address is its parts, in one order, with a country that exists', () => {
  const address = { country: 'de', city: 'Berlin', street: ' Am Park 1 ', postalCode: '10115', region: null };
  const parsed = { street: 'Am Park 1', postalCode: '10115', city: 'Berlin', country: 'DE' };
  expect(parse({ type: 'address' }, address)).toEqual(parsed);
  expect(text('address', parsed)).toBe('Am Park 1, 10115 Berlin, DE');
  expect(parse({ type: 'address' }, 'Main Street 5')).toEqual({ street: 'Main Street 5' });
  expect(parse({ type: 'address' }, { city: ' ' })).toBeNull();
  expect(parse({ type: 'address' }, { country: 'ZZ' })).toBe('country-unknown');
  expect(parse({ type: 'address' }, { planet: 'Mars' })).toBe('not-address');
});

test('a place is two numbers of degrees, also as maps copy it', () => {
  expect(parse({ type: 'geoPoint' }, '52.52, 13.405')).toEqual({ lat: 52.52, lng: 13.405 });
  expect(parse({ type: 'geoPoint' }, { lat: -90, lng: 180 })).toEqual({ lat: -90, lng: 180 });
  expect(parse({ type: 'geoPoint' }, { lat: 91, lng: 0 })).toBe('not-geo-point');
  expect(parse({ type: 'geoPoint' }, 'here')).toBe('not-geo-point');
  expect(text('geoPoint', { lat: 1.5, lng: 2 })).toBe('1.5, 2');
});

test('rich text keeps its structure and loses everything that runs', () => {
  const given =
    '<div onclick="x()">Hello <b>you</b><script>alert(1)</script></div><img src=x onerror=y><a href="javascript:z">a</a>';
  const kept = parse({ type: 'richText' }, given);
  expect(kept).toBe('<p>Hello <strong>you</strong></p><a rel="noopener noreferrer" target="_blank">a</a>');
  expect(text('richText', '<p>One &amp; two</p><ul><li>three</li></ul>')).toBe('One & two\nthree');
  expect(parse({ type: 'richText' }, '<p> <br></p>')).toBeNull();
  expect(parse({ type: 'richText', max: 10 }, `<p>${'x'.repeat(11)}</p>`)).toBe('text-long');
});
