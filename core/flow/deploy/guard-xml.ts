import type { Findings } from './problem.ts';

const mostCharacters = 5_000_000;
const mostDepth = 200;

/**
 * Refuses what the reader should never see: too large, no XML at all, a document type (entities can grow a small
 * file without bound, and reach for other files), nesting that only an attack has. One linear pass; comments and
 * CDATA, where such text is harmless, are skipped.
 */
export const guardXml = (xml: string, findings: Findings): boolean => {
  if (xml.length > mostCharacters) {
    findings.add('xml-too-large', null, { limit: mostCharacters });
    return false;
  }
  if (!/^\uFEFF?\s*</.test(xml)) {
    findings.add('xml-malformed', null, { line: 1, detail: 'no markup' });
    return false;
  }
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0;) {
    const end = endOf(xml, at);
    if (end < 0) {
      findings.add('xml-malformed', null, { line: lineOf(xml, at), detail: 'unclosed markup' });
      return false;
    }
    if (xml.startsWith('<!', at) && !skipped.some(([open]) => xml.startsWith(open, at))) {
      findings.add('xml-doctype', null, { line: lineOf(xml, at) });
      return false;
    }
    if (xml[at + 1] === '/') depth--;
    else if (!/[!?]/.test(xml[at + 1] ?? '') && xml[end - 1] !== '/') depth++;
    if (depth > mostDepth) {
      findings.add('xml-too-deep', null, { line: lineOf(xml, at), limit: mostDepth });
      return false;
    }
    at = xml.indexOf('<', end);
  }
  return true;
};

const skipped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Where the markup that begins at `start` ends, or −1: quotes may hold a `>`. */
const endOf = (xml: string, start: number): number => {
  for (const [open, close] of skipped)
    if (xml.startsWith(open, start)) return xml.indexOf(close, start + open.length);
  let quote = '';
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
};

const lineOf = (xml: string, at: number): number => xml.slice(0, at).split('\n').length;
