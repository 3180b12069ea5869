/** What the page of an experiment says: figures for each variant, and sentences about what may be concluded. */
import type { Locale, RecordData } from '../../../../core/index.ts';
import { alpha, conclude, type Conclusion, type Design, type Tally } from './conclude.ts';
import { designOf } from './design.ts';
import { wilson, type Interval } from './proportions.ts';
import type { Tallies } from './read-tallies.ts';
import { studentPoint } from './student.ts';
import { isUneven } from './uneven.ts';
import { variantsOf, type Variant } from './variants.ts';
import { wordsIn, type Say } from './words.ts';

export interface VariantReport extends Variant {
  of: number;
  hits: number;
  measured: number;
  /** Where the rate or mean of the variant alone lies, 19 times in 20. */
  range: Interval | null;
  verdict: Conclusion['verdict'] | 'control';
  sentence: string;
}

export interface Report {
  metric: Design['metric'];
  rule: Design['rule'];
  planned: number | null;
  members: number;
  variants: VariantReport[];
  /** What holds for all of it, the most important first. */
  sentences: { tone: 'good' | 'warn' | 'bad' | 'neutral'; text: string }[];
}

const nobody: Tally = { of: 0, hits: 0, mean: 0, variance: 0 };
const dayMs = 86_400_000;

interface ReportInput {
  experiment: RecordData;
  tallies: Tallies;
  now: number;
  locale: Locale;
  say: Say;
}

/** `now` in milliseconds since 1970. The first variant is the control, and is compared with nothing. */
export function reportOn({ experiment, tallies, now, locale, say }: ReportInput): Report {
  const design = designOf(experiment);
  const words = wordsIn(locale, design.metric);
  const groups = variantsOf(experiment['variants']).map((variant) => ({
    ...variant,
    tally: tallies.byVariant.get(variant.key) ?? nobody,
  }));
  const control = groups[0]!;
  const variants = groups.map(({ tally, ...variant }): VariantReport => {
    const own = {
      ...variant,
      ...{ of: tally.of, hits: tally.hits },
      measured: design.metric === 'value' ? tally.mean : tally.of && tally.hits / tally.of,
      range: rangeOf(tally, design),
    };
    if (variant.key === control.key) return { ...own, verdict: 'control', sentence: say('control') };
    const found = conclude(tally, control.tally, design);
    const params = { name: variant.name, control: control.name, ...words.of(found, design) };
    return { ...own, verdict: found.verdict, sentence: say(found.verdict, params) };
  });
  const members = variants.reduce((sum, { of }) => sum + of, 0);
  return {
    ...{ metric: design.metric, rule: design.rule, planned: design.planned, members, variants },
    sentences: [
      ...(isUneven(variants) ? [{ tone: 'bad' as const, text: say('uneven') }] : []),
      whole({ variants, design, say, hasEnded: experiment['state'] === 'ended' }),
      ...howLong({ experiment, variants, design, since: tallies.firstAt, now, say, words }),
    ],
  };
}

function rangeOf({ of, hits, mean, variance }: Tally, { metric }: Design): Interval | null {
  if (of < 2) return null;
  if (metric === 'conversion') return wilson({ hits, of }, alpha);
  const reach = studentPoint(alpha, of - 1) * Math.sqrt(variance / of);
  return { low: mean - reach, high: mean + reach };
}

type Whole = Pick<Report, 'variants'> & { design: Design; say: Say; hasEnded: boolean };

/** The sentence that stands first: whether one may decide now. */
function whole({ variants, design, say, hasEnded }: Whole): Report['sentences'][number] {
  const others = variants.slice(1);
  const best = others
    .filter(({ verdict }) => verdict === 'better')
    .toSorted((a, b) => b.measured - a.measured)[0];
  const has = (verdict: Conclusion['verdict']): boolean => others.some((each) => each.verdict === verdict);
  if (best) return { tone: 'good', text: say('whole.better', { name: best.name }) };
  if (hasEnded && (['waiting', 'early', 'open'] as const).some(has))
    return { tone: 'neutral', text: say('whole.endedEarly') };
  if (has('nobody')) return { tone: 'neutral', text: say('whole.nobody') };
  if (has('waiting')) return { tone: 'warn', text: say('whole.waiting') };
  if (has('early')) return { tone: 'warn', text: say('whole.early') };
  if (has('open')) return { tone: 'warn', text: say('whole.open') };
  const control = variants[0]!.name;
  if (others.every(({ verdict }) => verdict === 'worse'))
    return { tone: 'good', text: say('whole.control', { control }) };
  return {
    tone: 'neutral',
    text: say(design.rule === 'planned' ? 'whole.unclear' : 'whole.alike', { control }),
  };
}

interface Lasting extends Omit<Whole, 'hasEnded'> {
  experiment: RecordData;
  since: Date | null;
  now: number;
  words: ReturnType<typeof wordsIn>;
}

/** How many it takes, and how many days that is at the present pace. */
function howLong({ experiment, variants, design, since, now, say, words }: Lasting): Report['sentences'] {
  if (design.planned === null) return [{ tone: 'neutral', text: say(`unplanned.${design.metric}`) }];
  const [fewest, members] = [
    Math.min(...variants.map(({ of }) => of)),
    variants.reduce((sum, { of }) => sum + of, 0),
  ];
  const params = { planned: words.count(design.planned), effect: words.difference(design.minimumEffect) };
  const plan = { tone: 'neutral' as const, text: say(`plan.${design.rule}`, params) };
  const days = since ? Math.max(1, (now - since.getTime()) / dayMs) : 0;
  if (experiment['state'] !== 'running' || fewest >= design.planned || fewest === 0) return [plan];
  const left = Math.ceil(((design.planned - fewest) / fewest) * days);
  const pace = { perDay: words.count(Math.round(members / days)), days: words.count(left) };
  return [plan, { tone: 'neutral', text: say('pace', pace) }];
}
