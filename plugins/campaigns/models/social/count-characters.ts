import type { SocialLimits } from './adapter.ts';

const link = /https?:\/\/\S+/g;

/** Signs as people see them; links as the network counts them. */
export function countCharacters(
  text: string,
  { linkCharacters }: Pick<SocialLimits, 'linkCharacters'>,
): number {
  const counted = linkCharacters === undefined ? text : text.replaceAll(link, 'x'.repeat(linkCharacters));
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(counted)) count++;
  return count;
}

/** What goes out: the text, and the link where it does not stand in it already. */
export const wholeText = (text: string, address: string): string =>
  address === '' || text.includes(address) ? text : [text, address].filter(Boolean).join('\n\n');
