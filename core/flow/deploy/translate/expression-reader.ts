import { wordsOf } from './tokens.ts';
import type { Word } from './tokens.ts';

/** What differs between the expression languages of other tools. */
export interface Dialect {
  /** Operators by how they are written there, as they are in JSONata. */
  operators: Readonly<Record<string, string>>;
  /** Words before a value: not, empty. */
  prefixes: Readonly<Record<string, (value: string) => string>>;
  /** Names with a meaning of their own. */
  names: Readonly<Record<string, string>>;
  /** A call of a function, or of a method on a value; null where there is no counterpart. */
  call(name: string, given: readonly string[], on: string | null): string | null;
  /** The number of an item, counted from 0 as in JSONata. */
  index(number: number): number;
  /** `+` joins texts too, where one is written out. */
  joinsTexts: boolean;
  /** `if a then b else c`. */
  hasIf: boolean;
}

/** The expression in JSONata; null where something in it has no counterpart. */
export const toJsonata = (expression: string, dialect: Dialect): string | null => {
  const words = wordsOf(expression);
  if (words === null || words.length === 0) return null;
  const reader = new ExpressionReader(words, dialect);
  const read = reader.whole();
  return reader.isDone ? read : null;
};

const strength: Record<string, number> = {
  or: 1,
  and: 2,
  in: 3,
  '&': 4,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
};
const strengthOf = (operator: string): number => strength[operator] ?? 3;

/** Tools nest little; more than this is an attack. */
const deepest = 50;

class ExpressionReader {
  private at = 0;
  private depth = 0;
  private readonly words: readonly Word[];
  private readonly dialect: Dialect;

  constructor(words: readonly Word[], dialect: Dialect) {
    this.words = words;
    this.dialect = dialect;
  }

  get isDone(): boolean {
    return this.at === this.words.length;
  }

  whole(): string | null {
    if (++this.depth > deepest) return null;
    const value = this.dialect.hasIf && this.takes('if') ? this.choice() : this.conditional();
    this.depth--;
    return value;
  }

  private choice(): string | null {
    const parts = ['then', 'else', null].map((word) => {
      const part = this.whole();
      return part !== null && (word === null || this.takes(word)) ? part : null;
    });
    return parts.includes(null) ? null : `(${parts[0]} ? ${parts[1]} : ${parts[2]})`;
  }

  private conditional(): string | null {
    const condition = this.binary(0);
    if (condition === null || !this.takes('?')) return condition;
    const yes = this.whole();
    const no = yes !== null && this.takes(':') ? this.whole() : null;
    return no === null ? null : `(${condition} ? ${yes} : ${no})`;
  }

  private binary(least: number): string | null {
    let left = this.value();
    for (
      let operator = this.operator();
      left !== null && operator !== undefined;
      operator = this.operator()
    ) {
      if (strengthOf(operator) < least) break;
      this.at++;
      const right = this.binary(strengthOf(operator) + 1);
      if (right === null) return null;
      const isText = this.dialect.joinsTexts && operator === '+' && /^"|"$/.test(left + right);
      left = `${left} ${isText ? '&' : operator} ${right}`;
    }
    return left;
  }

  private operator(): string | undefined {
    const word = this.words[this.at];
    if (word === undefined || word.kind === 'text' || word.kind === 'number') return undefined;
    return Object.hasOwn(this.dialect.operators, word.text) ? this.dialect.operators[word.text] : undefined;
  }

  private value(): string | null {
    const word = this.words[this.at++];
    if (word === undefined) return null;
    if (word.kind === 'number') return word.text;
    if (word.kind === 'text') return this.behind(JSON.stringify(word.text));
    const { prefixes } = this.dialect;
    const isCall = this.words[this.at]?.text === '(';
    if (Object.hasOwn(prefixes, word.text) && !(word.kind === 'name' && isCall)) {
      const value = this.value();
      return value === null ? null : prefixes[word.text]!(value);
    }
    if (word.text === '-') {
      const value = this.value();
      return value === null ? null : `-${value}`;
    }
    if (word.text === '(') {
      const inner = this.whole();
      return inner !== null && this.takes(')') ? this.behind(`(${inner})`) : null;
    }
    if (word.text === '[') {
      const items = this.list(']');
      return items === null ? null : this.behind(`[${items.join(', ')}]`);
    }
    return word.kind === 'name' ? this.name(word.text) : null;
  }

  private name(name: string): string | null {
    if (this.takes('(')) {
      const given = this.list(')');
      const called = given && this.dialect.call(name, given, null);
      return called === null ? null : this.behind(called);
    }
    return this.behind(Object.hasOwn(this.dialect.names, name) ? this.dialect.names[name]! : nameIn(name));
  }

  /** Members, methods and items behind a value. */
  private behind(value: string): string | null {
    let read: string | null = value;
    for (;;) {
      if (this.takes('[')) {
        const item = this.item();
        if (item === null || !this.takes(']')) return null;
        read += item;
      } else if (this.takes('.')) {
        const member = this.words[this.at++];
        if (member?.kind !== 'name') return null;
        const given = this.takes('(') ? this.list(')') : undefined;
        if (given === null) return null;
        read =
          given === undefined
            ? `${read}.${nameIn(member.text)}`
            : this.dialect.call(member.text, given, read);
        if (read === null) return null;
      } else return read;
    }
  }

  /**
   * An item by its number, or a member by its name. In JSONata a name in brackets is looked for in the items, so
   * neither the number in a variable nor a filter means the same there.
   */
  private item(): string | null {
    const isNegative = this.takes('-');
    const word = this.words[this.at++];
    if (word?.kind === 'number' && /^\d+$/.test(word.text))
      return isNegative ? `[-${word.text}]` : `[${this.dialect.index(Number(word.text))}]`;
    return word?.kind === 'text' && !isNegative ? `.${memberIn(word.text)}` : null;
  }

  private list(end: string): string[] | null {
    const items: string[] = [];
    while (!this.takes(end)) {
      if (items.length > 0 && !this.takes(',')) return null;
      const item = this.whole();
      if (item === null) return null;
      items.push(item);
    }
    return items;
  }

  private takes(text: string): boolean {
    const word = this.words[this.at];
    if (word === undefined || word.kind === 'text' || word.text !== text) return false;
    this.at++;
    return true;
  }
}

const memberIn = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? nameIn(name) : `\`${name.replaceAll('`', '')}\``;

/** A name that is a word of JSONata stands in backquotes. */
const nameIn = (name: string): string =>
  /^(and|or|in|true|false|null|function)$|\$/.test(name) ? `\`${name}\`` : name;
