/** The first character, in the order of pinyin, of each letter that a syllable begins with. */
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀'];
const letters = 'abcdefghjklmnopqrstwxyz';
const order = new Intl.Collator('zh-CN-u-co-pinyin');

/** Chinese characters as the initials of their pinyin, as people abbreviate them: `检查日期` → `jcrq`. */
export const latinOf = (text: string): string =>
  text.replaceAll(/\p{Script=Han}+/gu, (characters) => ` ${[...characters].map(initial).join('')} `);

function initial(character: string): string {
  const after = firsts.findIndex((first) => order.compare(first, character) > 0);
  return letters.at(after < 0 ? -1 : Math.max(0, after - 1))!;
}
