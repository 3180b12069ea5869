import { StreamLanguage, type StreamParser } from '@codemirror/language';

interface State {
  /** Closes what began in a line before. */
  until: string | null;
}

const words = new Set(['and', 'or', 'in', 'function']);
const constants = new Set(['true', 'false', 'null']);

/** Colours for JSONata: what is a name, a value, a function, a word. */
const parser: StreamParser<State> = {
  name: 'jsonata',
  startState: () => ({ until: null }),
  token(stream, state) {
    if (state.until) return inside(stream, state);
    if (stream.eatSpace()) return null;
    if (stream.match('/*')) {
      state.until = '*/';
      return inside(stream, state);
    }
    const next = stream.peek() ?? '';
    if (next === '"' || next === "'") {
      stream.next();
      return quoted(stream, next);
    }
    if (next === '`') {
      stream.next();
      stream.skipTo('`');
      stream.next();
      return 'variableName';
    }
    if (stream.match(/^\d+(\.\d+)?([eE][-+]?\d+)?/)) return 'number';
    if (stream.match(/^\$[\p{L}_][\p{L}\p{N}_]*(?=\s*\()/u)) return 'keyword';
    if (stream.match(/^\${1,2}[\p{L}\p{N}_]*/u)) return 'atom';
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u);
    if (word && word !== true) return wordKind(word[0]);
    stream.next();
    return 'operator';
  },
};

const wordKind = (word: string): string =>
  words.has(word) ? 'keyword' : constants.has(word) ? 'number' : 'variableName';

type Stream = Parameters<typeof parser.token>[0];

function quoted(stream: Stream, quote: string): string {
  let isEscaped = false;
  for (let next = stream.next(); next !== undefined; next = stream.next()) {
    if (next === quote && !isEscaped) break;
    isEscaped = next === '\\' && !isEscaped;
  }
  return 'string';
}

function inside(stream: Stream, state: State): string {
  if (stream.skipTo(state.until!)) {
    stream.match(state.until!);
    state.until = null;
  } else stream.skipToEnd();
  return 'comment';
}

export const jsonataMode = StreamLanguage.define(parser);
