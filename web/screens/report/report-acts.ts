import { showProblem, showToast } from '../../components/toast.ts';
import { t } from '../../data/i18n.ts';
import {
  createReport,
  deleteReport,
  exportReport,
  type ReportQuestion,
  type SavedReport,
} from '../../data/reports.ts';
import { blobOf, saveBlob } from '../../data/save-blob.ts';
import { navigate } from '../../shell/router.ts';

export async function downloadFigures(question: ReportQuestion, name: string): Promise<void> {
  try {
    saveBlob(await exportReport(question), `${name}.csv`);
  } catch (error) {
    showProblem(error);
  }
}

export function downloadPicture(png: string | undefined, name: string): void {
  if (png) saveBlob(blobOf(png), `${name}.png`);
  else showToast({ text: t('report.noPicture'), kind: 'problem' });
}

/** At once, and back within the toast. */
export async function removeReport(report: SavedReport): Promise<void> {
  const { name, description, sharing, roles, definition } = report;
  try {
    await deleteReport(report.id);
    navigate('/reports');
    showToast({
      text: t('report.deleted', { name }),
      action: {
        label: t('action.undo'),
        run: async () => {
          const again = await createReport({ name, description, sharing, roles, definition });
          navigate(`/reports/${again.id}`);
        },
      },
    });
  } catch (error) {
    showProblem(error);
  }
}
