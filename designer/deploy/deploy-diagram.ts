import { deployFlow, loadTokens, type Deployment, type Translations } from '../data/flows.ts';
import { t } from '../../web/data/i18n.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';
import type { TokenBadge } from '../modules/tokens/tokens.ts';
import type { OpenFlow } from '../screens/open-flow.ts';
import { deployProblem } from '../screens/problem-sentence.ts';

export type DeployAnswer = { translated: Translations } & (
  | { isDeployed: true; key: string; version: number }
  | { isDeployed: false; refused: ElementProblem[]; errors: number }
);

/** Deploys and answers the version of the flow drawn, or what the server has against it, errors first. */
export const deployDiagram = async (key: string, deployment: Deployment): Promise<DeployAnswer> => {
  const answer = await deployFlow(deployment);
  const { translations = [], untranslated = [] } = answer;
  const translated = { translations, untranslated };
  if ('errors' in answer) {
    const refused = [
      ...answer.errors.map((problem) => deployProblem(problem, 'error')),
      ...answer.warnings.map((problem) => deployProblem(problem, 'warning')),
    ];
    return { isDeployed: false, translated, refused, errors: answer.errors.length };
  }
  const own = answer.flows.find((flow) => flow.key === key) ?? answer.flows[0];
  return { isDeployed: true, translated, key: own?.key ?? key, version: own?.version ?? 1 };
};

/** How many stand where in the version shown. */
export const tokenBadges = async ({ key, base, latest }: OpenFlow): Promise<TokenBadge[]> => {
  if (latest === 0) return [];
  const tokens = await loadTokens(key);
  return tokens
    .filter((token) => (token.version ?? base) === base)
    .map(({ element, count }) => ({ element, text: String(count), title: t('designer.tokens', { count }) }));
};
