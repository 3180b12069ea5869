import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { readDecision } from '../../moddle/decision.ts';
import { extensionOf } from '../../moddle/extension.ts';
import { isA, textOf } from '../../moddle/moddle-element.ts';
import { grouped, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';

/** How often a failed call is tried again before a person must look. */
export const retry: Section = ({ element, model, edit }) => {
  if (!isA(model, 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask')) return null;
  // A decision that gave none gives none again.
  if (readDecision(model)) return null;
  const found = extensionOf(model, 'relata:Retry');
  const said = { times: textOf(found, 'times'), backoff: textOf(found, 'backoff') };
  const seconds = secondsIn(said.backoff);
  const write = (changed: Partial<typeof said>): void => {
    const now = { ...said, ...changed };
    const properties = Object.fromEntries(Object.entries(now).filter(([, value]) => value.trim() !== ''));
    const isSaid = Object.keys(properties).length > 0;
    edit.extension(element, 'relata:Retry', isSaid ? edit.create('relata:Retry', properties) : null);
  };
  return grouped(
    t('designer.retry'),
    html`<div class="line">
      ${textInput({
        type: 'number',
        min: 0,
        value: said.times,
        label: t('designer.retry.times'),
        placeholder: '3',
        change: (times) => write({ times }),
      })}
      <span class="muted">${t('designer.retry.after')}</span>
      ${textInput({
        ...(seconds === null
          ? { value: said.backoff, isMono: true, change: (backoff: string) => write({ backoff }) }
          : {
              type: 'number',
              min: 1,
              value: seconds,
              placeholder: '10',
              change: (text: string) =>
                write({ backoff: Number(text) > 0 ? `PT${Math.round(Number(text))}S` : '' }),
            }),
        label: t('designer.retry.backoff'),
      })}
      ${seconds === null ? nothing : html`<span class="muted">${t('designer.retry.seconds')}</span>`}
    </div>`,
    t('designer.retry.help'),
  );
};

/** As many seconds as it says; null where it is said in another way. */
const secondsIn = (backoff: string): string | null => {
  if (backoff === '') return '';
  const [all, minutes = 0, seconds = 0] = /^PT(?:(\d+)M)?(?:(\d+)S)?$/.exec(backoff) ?? [];
  return all ? String(Number(minutes) * 60 + Number(seconds)) : null;
};
