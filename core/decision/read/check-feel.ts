import { readFeel, type FeelKind } from '../feel/read-feel.ts';
import type { Findings, Place } from '../problem.ts';

export interface FeelGiven {
  text: string;
  kind: FeelKind;
  known: ReadonlySet<string>;
  place: Place;
  /** Names that nobody declared are inputs; in cells they are mistakes. */
  isOpen?: boolean;
}

const mostCharacters = 5_000;

/** Reports what cannot be read; answers whether it needs a limit of time. */
export function checkFeel(findings: Findings, { text, kind, known, place, isOpen }: FeelGiven): boolean {
  const shown = text.slice(0, 200);
  if (text.length > mostCharacters) {
    findings.add('feel-long', place, { limit: mostCharacters });
    return false;
  }
  const { wrongAt, names, isHeavy } = readFeel(text, kind, known);
  if (wrongAt !== null) findings.add('feel-syntax', place, { text: shown, at: wrongAt + 1 });
  else if (!isOpen)
    for (const name of names)
      if (!known.has(name))
        findings.add(name === text ? 'feel-quotes' : 'feel-name', place, { text: shown, name });
  return isHeavy;
}
