import type { Actor } from '../../access/actor.ts';
import type { Graph } from '../graph/index.ts';
import { shownTokens, stuckTokens, type State } from '../step/index.ts';
import type { SummaryToken } from '../step/types.ts';
import { elementWords } from './element-words.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts } from './parts.ts';

export interface TokenView extends SummaryToken {
  /** Names it to `modify`; absent where it stands for many. */
  id?: number;
  name: string;
  /** Why it can never move again, in the reader's language. */
  stuck?: string;
}

/** Where an instance stands. */
export function tokensOf(
  parts: Pick<FlowParts, 'registry'>,
  actor: Actor,
  { flow, graph, state }: { flow: string; graph: Graph; state: State },
): TokenView[] {
  const texts = flowTexts(parts, actor);
  const nameOf = (element: string): string => texts.element(flow, element, graph.nodes[element]?.name ?? '');
  const label = elementWords(parts, actor, graph);
  const reasons = new Map(
    stuckTokens(graph, state).map(({ token, at, kind, missing }) => {
      const from = [...new Set(missing.map((id) => label(graph.flows[id]!.source)))];
      const sources = new Intl.ListFormat(actor.locale, { type: 'conjunction' }).format(from);
      const said = { at: label(at), from: sources, count: graph.nodes[at]?.startQuantity };
      return [token, capital(parts.registry.text(actor.locale, `stuck.${kind}`, said))];
    }),
  );
  return shownTokens(state).map(({ told, token }) => ({
    ...told,
    name: nameOf(told.element),
    ...(token && { id: token.id }),
    ...(token && reasons.has(token.id) && { stuck: reasons.get(token.id)! }),
  }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
