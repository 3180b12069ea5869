import { showProblem, showToast } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import type { EditorSession } from '../canvas/editor-session.ts';

/** Lays the diagram out anew, with a way back; or says why it cannot. */
export const tidyUp = async (session: EditorSession | undefined): Promise<void> => {
  if (!session) return;
  try {
    const refusal = await session.tidy();
    if (refusal) showToast({ text: t(`designer.tidy.${refusal}`), kind: 'problem' });
    else
      showToast({
        text: t('designer.tidy.done'),
        action: { label: t('action.undo'), run: () => session.undo() },
      });
  } catch (error) {
    showProblem(new Error(t('designer.tidy.failed'), { cause: error }));
  }
};
