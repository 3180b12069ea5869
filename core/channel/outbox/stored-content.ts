/** What a message says as it is kept: HTML that many share as a frame, and what stands in its holes. */
import type { Db } from '../../db/connect.ts';
import type { Content } from '../channel.ts';
import { htmlOf, textsOf, type Frame } from '../template/framed.ts';

export interface StoredContent extends Content {
  frame?: string;
  holes?: readonly string[];
  /** What it said is kept no longer. */
  isGone?: boolean;
}

/** Whole again, in the order given. */
export async function wholeContents(db: Db, contents: readonly StoredContent[]): Promise<Content[]> {
  const ids = [...new Set(contents.flatMap(({ frame }) => frame ?? []))];
  if (ids.length === 0) return [...contents];
  const frames = await db<Frame[]>`select id, pieces from core.message_frame where id = any(${ids}::uuid[])`;
  const known = new Map(frames.map((frame) => [frame.id, { frame, textOf: textsOf(frame) }]));
  return contents.map(({ frame: id, holes = [], ...content }) => {
    const found = id === undefined ? undefined : known.get(id);
    return found ? { ...content, html: htmlOf(found.frame, holes), text: found.textOf(holes) } : content;
  });
}
