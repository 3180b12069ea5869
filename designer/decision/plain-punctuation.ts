/** Signs as FEEL writes them; a Chinese keyboard gives those before the colon. */
const signs: Record<string, string> = {
  ...{ '＜': '<', '＞': '>', '＝': '=', '≤': '<=', '≥': '>=', '≠': '!=', '＂': '"' },
  ...{ '（': '(', '）': ')', '［': '[', '］': ']', '【': '[', '】': ']' },
  ...{ '，': ',', '、': ',', '．': '.', '－': '-', '＋': '+', '＊': '*', '／': '/' },
};

const texts = String.raw`"(?:[^"\\]|\\.)*"`;
const quoted = '[“”]([^“”]*)[“”]';
const either = new RegExp(`${texts}|${quoted}|[${Object.keys(signs).join('')}]`, 'g');

/** Full-width signs and curly quotation marks as FEEL knows them; what stands in quotation marks stays as it is. */
export const plainPunctuation = (text: string): string =>
  text.replaceAll(either, (found, inner: string | undefined) =>
    inner === undefined ? (signs[found] ?? found) : `"${inner}"`,
  );

interface EventBus {
  on(event: string, priority: number, listener: (event: { context: Edit }) => void): void;
}

interface Edit {
  properties?: { text?: unknown };
}

/** Cells and expressions of a table, as they are written into it. */
class PlainPunctuation {
  static $inject = ['eventBus'];

  constructor(eventBus: EventBus) {
    eventBus.on('commandStack.element.updateProperties.preExecute', 2000, ({ context }) => {
      const { properties } = context;
      if (typeof properties?.text === 'string') properties.text = plainPunctuation(properties.text);
    });
  }
}

export const plainPunctuationModule = {
  __init__: ['plainPunctuation'],
  plainPunctuation: ['type', PlainPunctuation],
};
