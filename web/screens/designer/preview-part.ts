import { html, type TemplateResult } from 'lit';
import { t } from '../../data/i18n.ts';
import { entityOf } from '../../data/meta.ts';
import type { PreviewMessage } from './preview-message.ts';
import './texts.ts';

export interface PreviewPart {
  /** Another one is another element. */
  key: string;
  load(): Promise<unknown>;
  template: TemplateResult;
}

/** The element that shows the screen as everybody will see it. */
export function previewPart({
  meta,
  screen: id,
  record,
  role = '',
}: PreviewMessage): PreviewPart | undefined {
  const screen = meta.screens.find((each) => each.id === id);
  if (!screen || !entityOf(meta, screen.entity)) return undefined;
  const { entity, kind } = screen;
  const part = (load: () => Promise<unknown>, template: TemplateResult): PreviewPart => ({
    key: `${kind} ${record ?? ''} ${role}`,
    load,
    template,
  });
  switch (kind) {
    case 'list':
      return part(
        () => import('../list/rl-list-screen.ts'),
        html`<rl-list-screen entity=${entity} .screen=${id}></rl-list-screen>`,
      );
    case 'board':
      return part(
        () => import('../board/rl-board-screen.ts'),
        html`<rl-board-screen entity=${entity} .screen=${id}></rl-board-screen>`,
      );
    case 'calendar':
      return part(
        () => import('../calendar/rl-calendar-screen.ts'),
        html`<rl-calendar-screen entity=${entity} .screen=${id}></rl-calendar-screen>`,
      );
    case 'dashboard':
      return part(
        () => import('../dashboard/rl-dashboard-screen.ts'),
        html`<rl-dashboard-screen .screen=${id}></rl-dashboard-screen>`,
      );
    case 'form':
      return part(() => import('./rl-design-form.ts'), html`<rl-design-form .screen=${id}></rl-design-form>`);
    case 'record':
      // Not known yet which.
      if (record === undefined) return undefined;
      if (record === '')
        return part(
          () => import('../../components/rl-empty.ts'),
          html`<rl-empty heading=${t('screens.noRecord')} text=${t('screens.noRecordText')}></rl-empty>`,
        );
      return part(
        () => import('../record/rl-record-screen.ts'),
        html`<rl-record-screen entity=${entity} record-id=${record}></rl-record-screen>`,
      );
  }
}
