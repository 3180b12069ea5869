import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { extensionsOf } from '../../moddle/extension.ts';
import type { ModdleElement } from '../../moddle/moddle-element.ts';
import { readPayload, writePayload, type Pair } from '../../moddle/pairs.ts';
import { grouped } from '../inputs.ts';
import type { PanelContext } from '../panel-context.ts';
import '../rl-pairs-editor.ts';

/** What travels with a message or signal that is sent. */
export const payload = ({ element, model, edit, definition }: PanelContext, part: ModdleElement) => {
  // Beside the message, or at the event where another hand wrote it: it stays where it is.
  const holder = !definition && extensionsOf(model, 'relata:Payload').length > 0 ? model : part;
  return grouped(
    t('designer.payload'),
    html`<rl-pairs-editor
      .pairs=${readPayload(holder)}
      nameLabel=${t('designer.payload.name')}
      valueLabel=${t('designer.payload.value')}
      @rl-change=${(event: CustomEvent<{ pairs: Pair[] }>) =>
        edit.extensions(element, holder, {
          type: 'relata:Payload',
          values: writePayload(edit.create, event.detail.pairs),
        })}
    ></rl-pairs-editor>`,
  );
};
