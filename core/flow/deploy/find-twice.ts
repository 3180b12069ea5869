import type { Findings } from './problem.ts';

/** Parts of an element of which there is one at most; the reader would keep the last without a word. */
const single = new Set(
  `extensionElements ioSpecification conditionExpression script condition activationCondition completionCondition
   loopCondition loopCardinality loopDataInputRef loopDataOutputRef inputDataItem outputDataItem timeDate timeDuration
   timeCycle childLaneSet transformation`.split(/\s+/),
);
/** Ways to repeat: one of them at most. */
const loops = new Set(['standardLoopCharacteristics', 'multiInstanceLoopCharacteristics']);

interface Open {
  id: string | null;
  parts: Set<string> | null;
}

/** One linear pass over a file that is known to be well nested enough to be read. */
export const findTwice = (xml: string, findings: Findings): void => {
  const open: Open[] = [{ id: null, parts: null }];
  for (const [tag, slash, name, attributes = '', end] of xml.matchAll(tags)) {
    if (name === undefined) continue;
    if (slash === '/') {
      if (open.length > 1) open.pop();
      continue;
    }
    const around = open.at(-1)!;
    const part = loops.has(name) ? 'loopCharacteristics' : name;
    if (part !== name || single.has(name)) {
      around.parts ??= new Set();
      if (around.parts.has(part))
        findings.add('definition-twice', around.id, { tag: tag.slice(1, 60).split(/[\s/>]/)[0]! });
      around.parts.add(part);
    }
    if (end !== '/')
      open.push({ id: / id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? around.id, parts: null });
  }
};

const tags =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^'">/]|\/(?!>))*)(\/?)>/g;
