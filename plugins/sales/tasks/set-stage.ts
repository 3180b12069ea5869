import { z } from 'zod';
import { defineTask, failure, ok, recordId, type TaskResult, type Values } from '../../../core/index.ts';
import { stageIds } from '../entities/opportunity.ts';

const input = z.object({
  opportunity: recordId('opportunity'),
  stage: z.enum(stageIds).meta({ optionsOf: 'opportunity.stage' }),
  nextStep: z.string().max(500).optional(),
  closeDate: z.iso.date().optional(),
});

/** Moves opportunities to a stage. `opportunity-missing` when one was deleted meanwhile. */
export const setStage = defineTask({
  id: 'sales.set-stage',
  kind: 'transactional',
  input,
  output: z.object({ previous: z.enum(stageIds) }),
  face: { icon: 'signpost', group: 'sales' },
  async run(calls, { records }) {
    const before = await records.read(
      'opportunity',
      calls.map((call) => call.input.opportunity),
    );
    const found = calls.flatMap((call, index) =>
      before[index] ? [{ call, previous: before[index]['stage'] }] : [],
    );
    const written = await records.update(
      'opportunity',
      found.map(({ call }) => ({ id: call.input.opportunity, values: valuesOf(call.input) })),
    );
    const results = new Map<unknown, TaskResult>();
    found.forEach(({ call, previous }, index) => {
      const result = written[index];
      results.set(
        call,
        result?.ok ? ok({ previous }) : failure(result?.code ?? 'not-written', result?.detail ?? ''),
      );
    });
    return calls.map(
      (call) =>
        results.get(call) ??
        failure('opportunity-missing', `The opportunity ${call.input.opportunity} is not there any more.`),
    );
  },
});

function valuesOf({ stage, nextStep, closeDate }: z.output<typeof input>): Values {
  return {
    stage,
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(closeDate === undefined ? {} : { closeDate }),
  };
}
