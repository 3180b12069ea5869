import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../../web/data/i18n.ts';
import '../../../web/components/rl-icon.ts';
import { eventKinds, kindOf, type EventKind } from '../../moddle/event-definition.ts';
import { childrenOf, isA, type ModdleElement } from '../../moddle/moddle-element.ts';
import { beginsBeside, isUrgent, mustInterrupt, offeredBeside } from '../../moddle/offered-events.ts';
import { choiceInput, labelled } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import { compensation } from './compensation.ts';
import { conditionEvent } from './condition-event.ts';
import { error } from './error.ts';
import { escalation } from './escalation.ts';
import { message } from './message.ts';
import { signal } from './signal.ts';
import { timer } from './timer.ts';

const details: readonly Section[] = [timer, message, signal, conditionEvent, error, escalation, compensation];

/** All that an event with several definitions waits for or tells, each with its settings. */
export const severalEvents: Section = (context) => {
  const { model } = context;
  const definitions = isA(model, 'bpmn:Event') ? childrenOf(model, 'eventDefinitions') : [];
  if (definitions.length < 2) return null;
  return html`${isA(model, 'bpmn:CatchEvent') ? howMany(context, definitions) : nothing}
  ${repeat(
    definitions,
    (definition) => definition,
    (definition) => card(context, definitions, definition),
  )}
  ${another(context)}`;
};

/** Offers one more thing to wait for or to tell; nothing where there is none yet, or where it stands alone. */
export const another = (context: PanelContext): TemplateResult | typeof nothing => {
  const definitions = childrenOf(context.model, 'eventDefinitions');
  const [first] = offeredBeside(context.model, kindsOf(definitions));
  if (definitions.length === 0 || !first) return nothing;
  const isThrown = isA(context.model, 'bpmn:ThrowEvent');
  return html`<div>
    <button
      type="button"
      class="button ghost"
      @click=${() => write(context, [...definitions, made(context, first)])}
    >
      <rl-icon name="plus"></rl-icon>${t(isThrown ? 'designer.event.tellAlso' : 'designer.event.waitAlso')}
    </button>
  </div>`;
};

const kindsOf = (definitions: readonly ModdleElement[]): EventKind[] =>
  definitions.flatMap((definition) => kindOf(definition) ?? []);

const made = ({ edit, model }: PanelContext, kind: EventKind): ModdleElement => {
  const definition = edit.create(eventKinds[kind]);
  definition.$parent = model;
  return definition;
};

/** One that is left is no longer waited for together with others. */
const write = ({ element, edit, model }: PanelContext, definitions: ModdleElement[]): void => {
  const isAlone = definitions.length < 2 && model.get('parallelMultiple') === true;
  const isCaught = isA(model, 'bpmn:BoundaryEvent') || beginsBeside(model);
  const stays = isA(model, 'bpmn:BoundaryEvent') ? 'cancelActivity' : 'isInterrupting';
  edit.properties(element, {
    eventDefinitions: definitions,
    ...(isAlone ? { parallelMultiple: undefined } : {}),
    ...(isCaught && kindsOf(definitions).some(mustInterrupt) ? { [stays]: true } : {}),
  });
};

const howMany = ({ element, model, edit, refresh }: PanelContext, definitions: readonly ModdleElement[]) => {
  const isUrgentThere = kindsOf(definitions).some(isUrgent);
  return labelled(
    t('designer.event.howMany'),
    choiceInput({
      value: model.get('parallelMultiple') === true ? 'all' : 'any',
      choices: ['any', 'all'].map((value) => ({ value, label: t(`designer.event.${value}`) })),
      change: (value) => {
        if (value === 'all' && isUrgentThere) return refresh();
        edit.properties(element, { parallelMultiple: value === 'all' ? true : undefined });
      },
    }),
    isUrgentThere ? t('designer.event.urgent') : '',
  );
};

const card = (context: PanelContext, all: readonly ModdleElement[], definition: ModdleElement) => {
  const others = all.filter((each) => each !== definition);
  const kind = kindOf(definition);
  const offered = offeredBeside(context.model, kindsOf(others));
  const label = kind ? t(`designer.event.${kind}`) : definition.$type;
  return html`<div class="card" role="group" aria-label=${label}>
    <div class="line">
      ${choiceInput({
        value: kind ?? '',
        label: t(isA(context.model, 'bpmn:ThrowEvent') ? 'designer.event.tells' : 'designer.event.waits'),
        ...(kind ? {} : { none: definition.$type }),
        choices: offered.map((value) => ({ value, label: t(`designer.event.${value}`) })),
        change: (value) => {
          const wanted = offered.find((each) => each === value);
          if (wanted && wanted !== kind)
            write(
              context,
              all.map((each) => (each === definition ? made(context, wanted) : each)),
            );
        },
      })}
      <button
        type="button"
        class="button ghost square"
        aria-label=${t('designer.event.remove', { what: label })}
        title=${t('designer.event.remove', { what: label })}
        @click=${() => write(context, others)}
      >
        <rl-icon name="x"></rl-icon>
      </button>
    </div>
    ${details.map((section) => section({ ...context, definition }) ?? nothing)}
  </div>`;
};
