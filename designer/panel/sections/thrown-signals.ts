import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import type { ModdleElement } from '../../moddle/moddle-element.ts';
import {
  behaviors,
  readBehavior,
  readComplex,
  readThrown,
  writeComplex,
  writeThrown,
  type Behavior,
} from '../../moddle/thrown-signals.ts';
import { choiceInput, grouped, labelled, textInput } from '../inputs.ts';
import type { PanelContext } from '../panel-context.ts';
import '../rl-pairs-editor.ts';

/** What a repeated activity tells while it goes on; an event on its border can catch it. */
export const thrownSignals = (context: PanelContext, loop: ModdleElement) => {
  const { element, edit } = context;
  const behavior = readBehavior(loop);
  return html`${labelled(
    t('designer.repeat.tell'),
    choiceInput({
      value: behavior,
      choices: behaviors.map((value) => ({ value, label: t(`designer.repeat.tell.${value}`) })),
      change: (value) => edit.inside(element, loop, { behavior: value === 'All' ? undefined : value }),
    }),
  )}
  ${behavior === 'One' || behavior === 'None' ? oneSignal(context, loop, behavior) : nothing}
  ${behavior === 'Complex' ? byConditions(context, loop) : nothing}`;
};

const oneSignal = ({ element, edit }: PanelContext, loop: ModdleElement, behavior: Behavior) => {
  const signal = readThrown(loop, behavior);
  if (signal === null) return html`<p class="help">${t('designer.repeat.otherEvent')}</p>`;
  return labelled(
    t('designer.signal.name'),
    textInput({
      value: signal,
      placeholder: element.id,
      change: (name) =>
        edit.withRoots(element, (roots) => [
          {
            element,
            part: loop,
            properties: writeThrown({ create: edit.create, roots, behavior, signal: name }),
          },
        ]),
    }),
    t('designer.repeat.signal.help'),
  );
};

const byConditions = ({ element, edit }: PanelContext, loop: ModdleElement) => {
  const thrown = readComplex(loop);
  if (thrown === null) return html`<p class="help">${t('designer.repeat.otherEvent')}</p>`;
  return grouped(
    t('designer.repeat.signals'),
    html`<rl-pairs-editor
      .pairs=${thrown.map(({ signal, condition }) => ({ name: signal, value: condition }))}
      nameLabel=${t('designer.signal.name')}
      valueLabel=${t('designer.repeat.signals.when')}
      @rl-change=${(event: CustomEvent<{ pairs: { name: string; value: string }[] }>) =>
        edit.withRoots(element, (roots) => [
          {
            element,
            part: loop,
            properties: writeComplex({
              create: edit.create,
              roots,
              loop,
              thrown: event.detail.pairs.map((pair) => ({ signal: pair.name, condition: pair.value })),
            }),
          },
        ])}
    ></rl-pairs-editor>`,
    t('designer.repeat.signals.help'),
  );
};
