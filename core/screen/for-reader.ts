/** What of a screen a reader gets: nothing about entities they may not see, and what is broken only to mend it. */
import type { Access, Actor } from '../access/index.ts';
import { may } from '../access/actor.ts';
import type { Registry } from '../registry.ts';
import { entitiesOf } from '../report/definition.ts';
import { checkScreen } from './check/check-screen.ts';
import type { Finding } from './check/finding.ts';
import type { Screen } from './definition.ts';
import { sentenceOf } from './finding-view.ts';
import { localised } from './localised.ts';
import { screenOf, type TreeNode } from './tree/screen-tree.ts';

export interface ReaderInput {
  actor: Actor;
  registry: Registry;
  access: Access;
  flows?: ReadonlySet<string>;
}

export function forReader(tree: TreeNode, input: ReaderInput): Screen & { problems?: number } {
  const { actor, registry } = input;
  const known = { entities: () => registry.entities(), reports: reportsThere(registry) };
  const findings = checkScreen(tree, known).filter(({ isBroken }) => isBroken);
  const isMender = may(actor, 'screens.manage');
  // What a part is about counts before the rules it has.
  const inOrder = findings.toSorted(
    (one, other) => Number(rules.has(other.path)) - Number(rules.has(one.path)),
  );
  const broken = new Map(inOrder.map((finding) => [finding.node, finding]));
  const shown = {
    ...tree,
    children: pruned(tree, { ...input, subject: String(tree['entity']), broken, isMender }),
  };
  const screen = screenOf(localised(registry, actor.locale, shown));
  return isMender && findings.length > 0 ? { ...screen, problems: findings.length } : screen;
}

/** Those of plugins are declared; people's own have ids without a point, and say themselves when they are gone. */
const reportsThere = ({ plugins }: Registry): Pick<ReadonlySet<string>, 'has'> => ({
  has: (id) => !id.includes('.') || plugins.some(({ reports }) => reports.some((one) => one.id === id)),
});

interface Pruning extends ReaderInput {
  /** The entity whose fields stand on the screen. */
  subject: string;
  broken: ReadonlyMap<string, Finding>;
  isMender: boolean;
}

/** A rule that cannot be read hides nothing: the reader's page goes on without it. */
const rules = new Set(['visible', 'required']);

function pruned({ children = [] }: TreeNode, input: Pruning): TreeNode[] {
  return children.flatMap((node): TreeNode[] => {
    if (node.hidden) return [];
    const finding = input.broken.get(node.id);
    if (finding && !rules.has(finding.path)) return input.isMender ? [brokenNode(node, finding, input)] : [];
    if (isWithheld(node, input)) return [];
    const whole = node.children ? { ...node, children: pruned(node, input) } : node;
    // A tab or a section of which nothing is left.
    if (node.node !== 'part' && node.children?.length && whole.children?.length === 0) return [];
    return [finding ? withoutRule(whole, finding.path) : whole];
  });
}

/** What shows records of an entity, or a field, that the reader may not see; people's own reports say so themselves. */
function isWithheld(node: TreeNode, { access, actor, registry, subject }: Pruning): boolean {
  const { entity, field, report } = node;
  const isUnseen = (id: string): boolean => !access.mayEver(actor, id, 'read');
  if (typeof entity === 'string') return isUnseen(entity);
  if (node.node === 'report') {
    const declared = registry.plugins.flatMap(({ reports }) => reports).find(({ id }) => id === report);
    return declared !== undefined && entitiesOf(declared.definition).some(isUnseen);
  }
  return node.node === 'field' && access.fieldAccess(actor, subject)[String(field)] === 'hidden';
}

const brokenNode = (node: TreeNode, finding: Finding, { registry, actor }: Pruning): TreeNode => ({
  id: node.id,
  node: 'broken',
  ...(node['width'] !== undefined && { width: node['width'] }),
  problem: sentenceOf(registry, actor.locale, finding),
});

const withoutRule = (node: TreeNode, path: string): TreeNode => ({ ...node, [path]: undefined });
