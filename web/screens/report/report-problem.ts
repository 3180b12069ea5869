import { html, nothing, type TemplateResult } from 'lit';
import '../../components/rl-button.ts';
import '../../components/rl-problem.ts';
import { ApiProblem } from '../../data/client.ts';

interface ReportProblem {
  error: unknown;
  /** Leads to where the report is built. */
  mend: TemplateResult | typeof nothing;
  /** It is not shared with this reader. */
  isNotShared?: boolean;
  retry: () => void;
}

/** Why a report has no answer. What it refers to and is gone does not come back by asking again: it is mended instead. */
export const reportProblem = ({ error, mend, isNotShared = false, retry }: ReportProblem): TemplateResult => {
  const isBroken = error instanceof ApiProblem && (error.status === 422 || error.status === 404);
  return html`<rl-problem
    inline
    .error=${error}
    .retry=${!isBroken}
    ?withheld=${isNotShared}
    @rl-retry=${retry}
    >${isBroken ? mend : nothing}</rl-problem
  >`;
};
