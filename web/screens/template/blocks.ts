/**
 * A mail as blocks, one under the other: what most mails are. A template that is more than that (several columns, parts
 * that blocks do not know) stays what it is, and is changed as source.
 */
export const blockKinds = ['text', 'button', 'image', 'divider', 'spacer'] as const;
export type BlockKind = (typeof blockKinds)[number];

export interface Block {
  kind: BlockKind;
  attributes: Readonly<Record<string, string>>;
  /** HTML with Liquid, as MJML has it. */
  content: string;
}

export interface Blocks {
  /** Everything before the first block, and after the last. */
  before: string;
  blocks: readonly Block[];
  after: string;
}

const frame = /^([\s\S]*<mj-column\b[^>]*>)([\s\S]*)(<\/mj-column>[\s\S]*)$/;
const part = /<mj-(text|button|image|divider|spacer)\b((?:"[^"]*"|[^">])*?)(?:\/>|>([\s\S]*?)<\/mj-\1>)/g;
const attribute = /([a-z-]+)\s*=\s*"([^"]*)"/g;

/** Null where it is more than blocks. */
export function readBlocks(body: string): Blocks | null {
  const [, before, inner, after] = frame.exec(body) ?? [];
  if (before === undefined || inner === undefined || after === undefined) return null;
  if (body.split('<mj-column').length !== 2) return null;
  if (inner.replaceAll(part, '').trim() !== '') return null;
  const blocks = [...inner.matchAll(part)].map(
    // The cast: the pattern has the kinds in it.
    ([, kind, attributes = '', content = '']): Block => ({
      kind: kind as BlockKind,
      attributes: Object.fromEntries(
        [...attributes.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]),
      ),
      content: content.trim(),
    }),
  );
  return { before: before.trimEnd(), blocks, after: after.trimStart() };
}

export const writeBlocks = ({ before, blocks, after }: Blocks): string =>
  [before, ...blocks.map((block) => `        ${writeBlock(block)}`), `      ${after}`].join('\n');

function writeBlock({ kind, attributes, content }: Block): string {
  const said = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('');
  return kind === 'text' || kind === 'button'
    ? `<mj-${kind}${said}>${content}</mj-${kind}>`
    : `<mj-${kind}${said} />`;
}

export const newBlock = (kind: BlockKind, content: string): Block => ({
  kind,
  content: kind === 'text' || kind === 'button' ? content : '',
  attributes: {
    ...(kind === 'button' && { href: 'https://', 'background-color': '#3a5bd9' }),
    ...(kind === 'image' && { src: 'https://', alt: '' }),
    ...(kind === 'divider' && { 'border-width': '1px', 'border-color': '#dcdcd8' }),
    ...(kind === 'spacer' && { height: '24px' }),
  },
});

/** True of an address that was left as it began, with nothing to go to. */
export const leadsNowhere = (setting: string, value: string): boolean =>
  (setting === 'href' || setting === 'src') && /^\s*(https?:\/\/)?\s*$/i.test(value);

/** The block at `from` stands at `to` then; what lies outside stays where it is. */
export function moveBlock(blocks: readonly Block[], from: number, to: number): Block[] {
  const moved = blocks[from];
  if (!moved || to < 0 || to >= blocks.length) return [...blocks];
  return blocks.toSpliced(from, 1).toSpliced(to, 0, moved);
}
