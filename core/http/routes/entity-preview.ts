import { z } from 'zod';
import { Problem } from '../../errors.ts';
import { previewExpression, previewRollup, rollupPath, type Sample } from '../../entity/index.ts';
import type { Locale, Registry } from '../../registry.ts';
import type { Services } from '../../services.ts';
import { fieldInput, rollupInput } from '../entity-shapes.ts';
import { sentenceOf } from '../problem.ts';
import { reply, route, type Route } from '../route.ts';

type PreviewServices = Pick<Services, 'registry' | 'records' | 'clock'>;

const body = z.union([
  z.strictObject({
    kind: z.enum(['formula', 'rule', 'default']),
    expression: z.string().max(4000),
    result: fieldInput.optional(),
  }),
  z.strictObject({ rollup: rollupInput }),
]);

export const entityPreviewRoutes = ({ registry, records, clock }: PreviewServices): Route[] => [
  route({
    method: 'post',
    path: '/api/entities/{id}/preview',
    summary: 'What a formula, a rule, a default or a roll-up gives on a few records, before it is there',
    tag: 'entities',
    permission: 'entities.manage',
    params: z.object({ id: z.string().max(80) }),
    body,
    run: async ({ actor, params, body: asked }) => {
      const definition = registry.entity(params.id);
      const shown = (samples: readonly Sample[]) =>
        samples.map((one) => sampleView(registry, actor.locale, one));
      if ('rollup' in asked) {
        const { rollup } = asked;
        const path = rollupPath(rollup, (id) => (registry.hasEntity(id) ? registry.entity(id) : undefined));
        if (path?.at(-1)?.target !== definition.id)
          throw new Problem({
            status: 422,
            code: 'rollup-relation-unknown',
            params: { target: rollup.entity, by: rollup.by },
          });
        const samples = await previewRollup({ actor, definition, records, rollup, path });
        return reply(200, { problem: null, samples: shown(samples) });
      }
      const preview = await previewExpression({ actor, definition, records, ...asked, now: clock.now() });
      const { problem } = preview;
      return reply(200, {
        problem: problem && {
          message: told(registry, actor.locale, problem),
          position: problem.position ?? null,
        },
        ...(preview.askable && { askable: preview.askable, isIndexable: preview.isIndexable }),
        samples: shown(preview.samples),
      });
    },
  }),
];

const sampleView = (registry: Registry, locale: Locale, { problem, ...sample }: Sample) => ({
  ...sample,
  problem: problem && told(registry, locale, problem),
});

/** What is being written may have no name yet. */
const told = (registry: Registry, locale: Locale, { code, params }: NonNullable<Sample['problem']>): string =>
  sentenceOf(registry, locale, {
    code,
    params: { field: registry.text(locale, 'preview.itself'), ...params },
  });
