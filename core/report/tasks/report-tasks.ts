import type { TaskType } from '../../task.ts';
import type { Services } from '../../services.ts';
import { measureReport } from './measure-report.ts';
import { sendReport } from './send-report.ts';

type TaskParts = Pick<
  Services,
  'sql' | 'registry' | 'access' | 'records' | 'models' | 'clock' | 'identity' | 'outbox' | 'config'
>;

/** What flows do with reports. */
export function reportTasks(services: () => TaskParts): TaskType[] {
  const parts = () => {
    const { identity, config, ...more } = services();
    return { ...more, company: identity.company, actorFor: identity.actorFor, url: config.url };
  };
  return [measureReport(parts), sendReport(parts)];
}
