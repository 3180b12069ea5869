import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { readMapping, writeMapping, type Mapping, type Pair, type Side } from '../../moddle/pairs.ts';
import { folded, grouped, toggle } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import '../rl-pairs-editor.ts';

/** A group of steps sees all around it; what is said here is its own, and what leaves it. */
export const mapping: Section = (context) =>
  isA(context.model, 'bpmn:SubProcess') && context.model.get('triggeredByEvent') !== true
    ? folded(
        t('designer.mapping'),
        html`${mappingSide(context, { side: 'relata:In', canAll: false })}
        ${mappingSide(context, { side: 'relata:Out', canAll: false })}`,
      )
    : null;

/** What goes in, or what comes out. */
export const mappingSide = (
  { element, model, edit }: PanelContext,
  { side, canAll }: { side: Side; canAll: boolean },
) => {
  const said = readMapping(model, side);
  const way = side === 'relata:In' ? 'in' : 'out';
  const write = (changed: Partial<Mapping>): void =>
    edit.extensions(element, model, {
      type: side,
      values: writeMapping(edit.create, side, { ...said, ...changed }),
    });
  return grouped(
    t(`designer.mapping.${way}`),
    html`${
        canAll
          ? toggle({
              isOn: said.isAll,
              label: t(`designer.mapping.${way}.all`),
              change: (isAll) => write({ isAll }),
            })
          : nothing
      }
      <rl-pairs-editor
        .pairs=${said.pairs}
        nameLabel=${t(`designer.mapping.${way}.name`)}
        valueLabel=${t(`designer.mapping.${way}.value`)}
        @rl-change=${(event: CustomEvent<{ pairs: Pair[] }>) => write({ pairs: event.detail.pairs })}
      ></rl-pairs-editor>`,
    said.isAll || said.pairs.length > 0 ? '' : t(`designer.mapping.${way}.${canAll ? 'none' : 'group'}`),
  );
};
