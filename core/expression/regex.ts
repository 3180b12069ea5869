import { RE2JS } from 're2js';
import { raise } from './expression-error.ts';

/**
 * A regular expression in linear time, whatever the pattern. Offers the part of JavaScript's `RegExp` that
 * jsonata's `RegexEngine` option asks for: `lastIndex` and `exec`.
 */
export class LinearRegex {
  lastIndex = 0;
  readonly source: string;
  private readonly compiled: RE2JS;

  constructor(pattern: RegExp) {
    this.source = pattern.source;
    this.compiled = compileLinear(pattern);
  }

  exec(text: string): (string[] & { index: number }) | null {
    const matcher = this.compiled.matcher(text);
    if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) {
      this.lastIndex = 0;
      return null;
    }
    const groups: string[] = [];
    for (let group = 0; group <= matcher.groupCount(); group++) {
      // A group that took no part is undefined in JavaScript's matches; jsonata expects it so.
      groups.push((matcher.group(group) ?? undefined) as string);
    }
    this.lastIndex = matcher.end();
    return Object.assign(groups, { index: matcher.start() });
  }
}

/** Throws `expression.regex-refused` for look-around, back-references and what else has no linear matcher. */
export function compileLinear(pattern: RegExp, position?: number): RE2JS {
  let flags = 0;
  if (pattern.flags.includes('i')) flags |= RE2JS.CASE_INSENSITIVE;
  if (pattern.flags.includes('m')) flags |= RE2JS.MULTILINE;
  try {
    if (/\(\?<?[=!]/.test(pattern.source)) throw new Error('look-around');
    return RE2JS.compile(pattern.source, flags);
  } catch {
    return raise('expression.regex-refused', { pattern: pattern.source }, position);
  }
}
