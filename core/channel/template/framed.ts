/**
 * HTML that many mails share but for what stands in its holes: kept once, where each of a hundred thousand mails of 5 kB
 * cost a millisecond to be written down.
 */
import { createHash } from 'node:crypto';
import { decodeEntities, htmlToText, tidied } from './html-to-text.ts';

export interface Frame {
  /** Made from the pieces. */
  id: string;
  /** One more than there are holes. */
  pieces: readonly string[];
}

export interface Framed {
  frame: Frame;
  holes: readonly string[];
}

export function frameOf(pieces: readonly string[]): Frame {
  const hex = createHash('sha256').update(JSON.stringify(pieces)).digest('hex');
  return { id: hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), pieces };
}

export const htmlOf = ({ pieces }: Frame, holes: readonly string[]): string =>
  pieces.map((piece, place) => piece + (holes[place] ?? '')).join('');

/** Letters that no alphabet has: they stand for the holes while the frame becomes text. */
const [firstMark, mostMarks] = [0xe000, 0x1900];
const marks = /[\ue000-\uf8ff]/g;

/** The plain part of each mail: the frame becomes text once, unless something in a hole is markup. */
export function textsOf(frame: Frame): (holes: readonly string[]) => string {
  const canMark = frame.pieces.length <= mostMarks && !frame.pieces.some((piece) => piece.search(marks) >= 0);
  const whole = (holes: readonly string[]): string => htmlToText(htmlOf(frame, holes));
  if (!canMark) return whole;
  const text = htmlToText(
    htmlOf(
      frame,
      frame.pieces.slice(1).map((_, place) => String.fromCharCode(firstMark + place)),
    ),
  );
  return (holes) => {
    if (holes.some((hole) => /[<>]/.test(hole))) return whole(holes);
    return tidied(
      text.replaceAll(marks, (mark) =>
        decodeEntities((holes[mark.charCodeAt(0) - firstMark] ?? '').replaceAll(/\s+/g, ' ')),
      ),
    );
  };
}
