import { showProblem, showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import { migrate, readOperation, type Operation } from '../../web/data/operate.ts';

interface Moves {
  key: string;
  /** The versions they run in. */
  from: readonly number[];
  to: number;
  mapping: Record<string, string>;
}

const askEvery = 1_000;

/** Moves running instances into a version in the background, and says when it is done; what does not fit stays. */
export const moveInstances = async ({ key, from, to, mapping }: Moves): Promise<void> => {
  if (from.length === 0) return;
  try {
    const begun = await Promise.all(from.map((version) => migrate(key, { from: version, to, mapping })));
    const ended = await Promise.all(begun.map((operation) => whenEnded(operation)));
    const sum = (of: 'done' | 'failed'): number => ended.reduce((total, each) => total + each[of], 0);
    showToast({ text: t('designer.move.done', { count: sum('done'), version: to }) });
    if (sum('failed') > 0)
      showToast({ text: t('designer.move.stayed', { count: sum('failed') }), kind: 'problem' });
  } catch (error) {
    showProblem(error);
  }
};

const whenEnded = async (operation: Operation): Promise<Operation> => {
  let known = operation;
  while (known.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, askEvery));
    known = await readOperation(operation.id);
  }
  return known;
};
