import { html, type TemplateResult } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { inSentence } from '../../../web/data/count.ts';
import type { Meta, MetaEntity } from '../../../web/data/meta.ts';
import { plainField } from '../../moddle/schema-fields.ts';
import { childOf, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { eventKinds } from '../../moddle/event-definition.ts';
import { labelled, type Choice } from '../inputs.ts';
import type { PanelContext } from '../panel-context.ts';
import '../rl-named-input.ts';

const moments = ['entered', 'left'] as const;

/** A way to begin: somebody enters or leaves a set of records, such as a segment. In the diagram it is a signal. */
interface Membership {
  id: string;
  set: MetaEntity;
  moment: (typeof moments)[number];
  /** The signal for every set of this kind; one set alone has its key behind a dot. */
  signal: string;
}

/** Those that a flow about this entity can begin with. */
const membershipsOf = ({ meta, subject }: Pick<PanelContext, 'meta' | 'subject'>): Membership[] =>
  meta.entities.flatMap((set) =>
    set.members && set.members.of === subject
      ? moments.map((moment) => ({
          ...{ id: `${set.id} ${moment}`, set, moment },
          signal: set.members![moment],
        }))
      : [],
  );

/** What a flow about this entity can begin with beside what all can. */
export const membershipChoices = (context: Pick<PanelContext, 'meta' | 'subject'>): Choice[] =>
  membershipsOf(context).map(({ id, set, moment }) => ({
    value: id,
    label: t(`designer.start.${moment}`, {
      members: inSentence(membersLabel(context.meta, set)),
      sets: inSentence(set.label.many),
    }),
  }));

const membersLabel = ({ entities }: Meta, set: MetaEntity): string =>
  entities.find(({ id }) => id === set.members?.of)?.label.many ?? '';

/** The one that a definition stands for; undefined for every other signal. */
export function membershipAt(
  context: Pick<PanelContext, 'meta' | 'subject'>,
  definition: ModdleElement | undefined,
): Membership | undefined {
  if (definition?.$type !== eventKinds.signal) return undefined;
  const name = textOf(childOf(definition, 'signalRef'), 'name');
  return membershipsOf(context).find(({ signal }) => name === signal || name.startsWith(`${signal}.`));
}

/** Makes it what the flow begins with: whichever set it is, until one is chosen. */
export function beginWith(context: PanelContext, id: string): void {
  const { element, model, edit } = context;
  const chosen = membershipsOf(context).find((each) => each.id === id);
  if (!chosen) return;
  const definition = edit.create(eventKinds.signal);
  definition.$parent = model;
  edit.withRoots(element, (roots) => {
    definition.set('signalRef', roots.root('bpmn:Signal', chosen.signal));
    return [{ element, part: model, properties: { eventDefinitions: [definition] } }];
  });
}

/** Which set. */
export function membershipInput(
  { element, edit, subject }: PanelContext,
  definition: ModdleElement,
  { set, signal, moment }: Membership,
): TemplateResult {
  const name = textOf(childOf(definition, 'signalRef'), 'name');
  const field = { ...plainField(set.id, 'text'), label: set.label.one, choose: 'segment' as const };
  return labelled(
    set.label.one,
    html`<rl-named-input
      .value=${name.slice(signal.length + 1)}
      .field=${field}
      subject=${subject}
      @rl-change=${({ detail }: CustomEvent<{ value: string }>) =>
        edit.refer(element, definition, {
          property: 'signalRef',
          type: 'bpmn:Signal',
          identity: detail.value ? `${signal}.${detail.value}` : signal,
        })}
    ></rl-named-input>`,
    t(`designer.start.${moment}.help`),
  );
}
