import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { readMapping, writeMapping, type Mapping, type Pair, type Side } from '../../moddle/pairs.ts';
import { folded, grouped, toggle } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import '../rl-mapping-editor.ts';

/** A group of steps sees all around it; what is said here is its own, and what leaves it. */
export const mapping: Section = (context) =>
  isA(context.model, 'bpmn:SubProcess') && context.model.get('triggeredByEvent') !== true
    ? folded(
        t('designer.mapping'),
        html`${mappingSide(context, { side: 'relata:In' })} ${mappingSide(context, { side: 'relata:Out' })}`,
      )
    : null;

interface MappingSide {
  side: Side;
  /** Of a call: the flow it calls, empty where an expression says it. Of a group of steps there is none. */
  called?: string;
}

/** What goes in, or what comes out. */
export const mappingSide = (context: PanelContext, { side, called }: MappingSide) => {
  const { element, model, edit, choices } = context;
  const said = readMapping(model, side);
  const way = side === 'relata:In' ? 'in' : 'out';
  const isCall = called !== undefined;
  const write = (changed: Partial<Mapping>): void =>
    edit.extensions(element, model, {
      type: side,
      values: writeMapping(edit.create, side, { ...said, ...changed }),
    });
  return grouped(
    t(`designer.mapping.${way}`),
    html`${
        isCall
          ? toggle({
              isOn: said.isAll,
              label: t(`designer.mapping.${way}.all`),
              change: (isAll) => write({ isAll }),
            })
          : nothing
      }
      <rl-mapping-editor
        .pairs=${said.pairs}
        .choices=${choices}
        way=${way}
        called=${called ?? nothing}
        ?all=${said.isAll}
        @rl-change=${(event: CustomEvent<{ pairs: Pair[] }>) => write({ pairs: event.detail.pairs })}
      ></rl-mapping-editor>`,
    said.isAll || said.pairs.length > 0 ? '' : t(`designer.mapping.${way}.${isCall ? 'none' : 'group'}`),
  );
};
