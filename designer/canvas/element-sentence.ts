import { t } from '../../web/data/i18n.ts';
import type { MetaTask } from '../../web/data/meta.ts';
import { childOf, isA, nameOf, textOf } from '../moddle/moddle-element.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';
import type { DiagramElement } from '../modules/services.ts';
import { elementKind } from '../panel/element-kind.ts';

/** What is selected, as a sentence for who hears the diagram instead of seeing it. */
export const elementSentence = (
  element: DiagramElement,
  { tasks, problems }: { tasks: readonly MetaTask[]; problems: readonly ElementProblem[] },
): string => {
  const { label, key } = elementKind(element.businessObject, tasks);
  const kind = label ?? t(`designer.kind.${key}`);
  const name = nameOf(element.businessObject);
  return [
    name ? t('designer.hear.named', { name, kind }) : t('designer.hear.unnamed', { kind }),
    ...(isA(element.businessObject, 'bpmn:SequenceFlow') ? ofWay(element) : ofNode(element)),
    ...problems.filter((problem) => problem.element === element.id).map((problem) => problem.sentence),
  ].join(' ');
};

/** By name, or else by kind. */
export const said = (element: DiagramElement | undefined): string => {
  if (!element) return '';
  const { key } = elementKind(element.businessObject, []);
  return nameOf(element.businessObject) || t(`designer.kind.${key}`);
};

const ofWay = (way: DiagramElement): string[] => {
  const condition = textOf(childOf(way.businessObject, 'conditionExpression'), 'body');
  return [
    t('designer.hear.way', { from: said(way.source), to: said(way.target) }),
    ...(condition ? [t('designer.hear.condition', { condition })] : []),
  ];
};

const ofNode = (element: DiagramElement): string[] => {
  const list = (elements: (DiagramElement | undefined)[]): string =>
    elements.map((each) => said(each)).join(t('designer.hear.and'));
  const [from, to] = [element.incoming ?? [], element.outgoing ?? []];
  return [
    ...(element.host ? [t('designer.hear.on', { name: said(element.host) })] : []),
    ...(from.length > 0 ? [t('designer.hear.from', { names: list(from.map((way) => way.source)) })] : []),
    ...(to.length > 0 ? [t('designer.hear.to', { names: list(to.map((way) => way.target)) })] : []),
    ...((element.attachers ?? []).length > 0
      ? [t('designer.hear.border', { names: list(element.attachers ?? []) })]
      : []),
  ];
};
