/**
 * Mail templates: MJML for the frame, Liquid for what differs from one person to the next. MJML is turned into HTML once,
 * with the Liquid still in it; each person costs only the Liquid. Values are escaped, files and prototypes out of reach,
 * and time, memory and length limited, so that no template can hold the server up.
 */
import { createHash } from 'node:crypto';
import type { Context, Liquid, Template } from 'liquidjs';
import { Problem } from '../../errors.ts';
import { ExpressionError, WorkerPool } from '../../expression/index.ts';
import type { Framing } from './frame-worker.ts';
import { frameOf, htmlOf, textsOf, type Framed } from './framed.ts';

export interface TemplateSource {
  subject: string;
  /** MJML, or its body alone. */
  body: string;
  /** What it is written in, for who has mails read out; where it is not known, a mail says so. */
  language?: string | undefined;
}

export interface RenderedTemplate {
  subject: string;
  html: string;
  text: string;
}

export interface CompiledTemplate {
  /** Problems `template-failed` with what Liquid says, `template-endless`, `template-takes-file` (422). */
  render(values: Readonly<Record<string, unknown>>): RenderedTemplate;
  /** The same for one of many mails, which share what is the same in all of them. */
  write(values: Readonly<Record<string, unknown>>): WrittenTemplate;
  /** What it takes from the values, as paths: `['contact', 'name']`. */
  asks: readonly (readonly string[])[];
}

export interface WrittenTemplate {
  subject: string;
  framed: Framed;
}

const longest = 200_000;
const options = {
  templates: {},
  ownPropertyOnly: true,
  strictFilters: true,
  cache: false,
  parseLimit: longest,
  renderLimit: 500,
  memoryLimit: 2_000_000,
} as const;

/** Loaded with the first template. */
const engines = once(async () => {
  const liquid = await import('liquidjs');
  return {
    inHtml: new liquid.Liquid({ ...options, outputEscape: 'escape' }),
    inText: new liquid.Liquid(options),
    contextOf: (values: object, engine: Liquid): Context =>
      new liquid.Context(values, engine.options, { sync: true }),
  };
});

const framing = new WorkerPool<string, Framing>(new URL('frame-worker.ts', import.meta.url), { size: 1 });
const longestMs = 5_000;

/** What runs in a reader's mail program has no place in a mail. */
const running =
  /<\s*(script|iframe|object|embed|form)\b|<[^>]*\son[a-z]+\s*=|(href|src)\s*=\s*["']?\s*(javascript|vbscript|data:text)/i;

const kept = new Map<string, Promise<CompiledTemplate>>();
const mostKept = 200;

/** Problems `template-malformed`, `template-unclosed`, `template-tag-unknown`, `template-script`, `template-large`, … (422), each with a sentence. */
export function compileTemplate(source: TemplateSource): Promise<CompiledTemplate> {
  const key = createHash('sha256').update(JSON.stringify(source)).digest('base64');
  const found = kept.get(key) ?? compile(source);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  found.catch(() => kept.delete(key));
  return found;
}

async function compile({ subject, body, language }: TemplateSource): Promise<CompiledTemplate> {
  if (body.length + subject.length > longest) throw refused('template-large', { characters: longest });
  const { inHtml, inText, contextOf } = await engines();
  const html = await frame(body, language);
  const [whole, head] = [parse(inHtml, html), parse(inText, subject)];
  const page = partsOf(whole);
  const shared = frameOf(page.pieces);
  const textOf = textsOf(shared);
  const write: CompiledTemplate['write'] = (values) => {
    const context = contextOf({ ...values }, inHtml);
    const holes = page.holes.map((hole) => fill(inHtml, [hole], context));
    const line = fill(inText, head, { ...values });
    if (running.test(htmlOf(shared, holes))) throw refused('template-script', {});
    return { subject: line.replaceAll(/\s+/g, ' ').trim(), framed: { frame: shared, holes } };
  };
  return {
    write,
    asks: asksOf(inHtml, [...whole, ...head]),
    render: (values) => {
      const { subject: line, framed } = write(values);
      return { subject: line, html: htmlOf(shared, framed.holes), text: textOf(framed.holes) };
    },
  };
}

/** Names alone: a place in a list, and what is chosen by a value, are not told. */
function asksOf(engine: Liquid, page: Template[]): string[][] {
  try {
    return engine.globalVariableSegmentsSync(page).map((path) => {
      const end = path.findIndex((part) => typeof part !== 'string');
      return path.slice(0, end < 0 ? undefined : end).map(String);
    });
  } catch (error) {
    throw toldOf(error) ?? refused('template-malformed', { reason: messageOf(error) });
  }
}

interface Parts {
  /** One more than there are holes. */
  pieces: string[];
  holes: Template[];
}

/** What is the same for everybody, and between it what Liquid fills, a loop or a condition as one. */
function partsOf(templates: readonly Template[]): Parts {
  const parts: Parts = { pieces: [''], holes: [] };
  for (const one of templates)
    if ('str' in one && typeof one.str === 'string') parts.pieces.push(parts.pieces.pop()! + one.str);
    else {
      parts.holes.push(one);
      parts.pieces.push('');
    }
  return parts;
}

async function frame(body: string, language?: string): Promise<string> {
  if (running.test(body)) throw refused('template-script', {});
  const whole = /<mjml[\s>]/i.test(body) ? body : `<mjml><mj-body>${inSection(body)}</mj-body></mjml>`;
  const made = await framing
    .run(withLanguage(withLineHeight(whole), language), longestMs)
    .catch((error: unknown) => {
      throw error instanceof ExpressionError ? refused('template-endless', {}) : error;
    });
  if ('reason' in made) throw unframed(made);
  return made.html;
}

/** What people get wrong most, each with a sentence of its own. */
function unframed({ reason, line, element }: Exclude<Framing, { html: string }>): Problem {
  if (line === undefined) return refused('template-malformed', { reason });
  if (/doesn't exist/.test(reason)) return refused('template-element-unknown', { line, element });
  const [, inside] = /cannot be used inside ([\w-]+)/.exec(reason) ?? [];
  if (inside) return refused('template-place', { line, element, inside });
  const [, attribute] = /^Attributes? (\S+) (?:has|is|are)/.exec(reason) ?? [];
  if (attribute) return refused('template-attribute', { line, element, attribute });
  return refused('template-malformed', { reason: `${line}, ${element}: ${reason}` });
}

/** MJML sets lines without any space between them; a template with a head of its own says what it wants. */
const withLineHeight = (whole: string): string =>
  /<mj-head[\s>]/i.test(whole)
    ? whole
    : whole.replace(
        /<mjml(\s[^>]*)?>/i,
        '$&<mj-head><mj-attributes><mj-text line-height="1.5" /></mj-attributes></mj-head>',
      );

const withLanguage = (whole: string, language?: string): string =>
  language === undefined || /<mjml\s[^>]*\blang\s*=/i.test(whole)
    ? whole
    : whole.replace(/<mjml(?=[\s>])/i, `$& lang="${language}"`);

const inSection = (body: string): string =>
  /<mj-(section|wrapper|hero)[\s>]/i.test(body)
    ? body
    : `<mj-section><mj-column>${body}</mj-column></mj-section>`;

function parse(engine: Liquid, text: string): Template[] {
  try {
    return engine.parse(text);
  } catch (error) {
    throw toldOf(error) ?? refused('template-malformed', { reason: messageOf(error) });
  }
}

/** Nothing in a template waits for anything: without promises it takes a third of the time. */
function fill(engine: Liquid, page: Template[], values: object): string {
  try {
    return String(engine.renderSync(page, values));
  } catch (error) {
    throw toldOf(error) ?? refused('template-failed', { reason: messageOf(error) });
  }
}

/** What people get wrong most, each with a sentence of its own: Liquid's are in English, with lines of the page it was made into. */
const told: readonly [RegExp, string][] = [
  [/^(?:tag|output) (.+?) not closed/s, 'template-unclosed'],
  [/^tag "(.+?)" not found/, 'template-tag-unknown'],
  [/^undefined filter: ([^,]+)/, 'template-filter-unknown'],
  [/^ENOENT: Failed to lookup "(.+?)"/, 'template-takes-file'],
  [/limit exceeded/, 'template-endless'],
];

const toldOf = (error: unknown): Problem | undefined => {
  const message = messageOf(error);
  for (const [pattern, code] of told) {
    const found = pattern.exec(message);
    if (found) return refused(code, { what: (found[1] ?? '').slice(0, 80) });
  }
  return undefined;
};

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);
const refused = (code: string, params: Record<string, unknown>): Problem =>
  new Problem({ status: 422, code, params });

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
}
