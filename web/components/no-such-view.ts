import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../data/i18n.ts';
import { may, type Meta, type MetaEntity } from '../data/meta.ts';
import './rl-bar.ts';
import './rl-empty.ts';

const icons = { board: 'square-kanban', calendar: 'calendar' };

/** In place of a board or calendar that the entity has no field for: why, and two ways on. */
export const noSuchView = (
  { meta, entity }: { meta: Meta; entity: MetaEntity },
  kind: 'board' | 'calendar',
): TemplateResult =>
  html`<rl-bar heading=${entity.label.many}></rl-bar>
    <rl-empty icon=${icons[kind]} heading=${t(`${kind}.none`)} text=${t(`${kind}.noneText`)}>
      <a class="button" href="/r/${entity.id}/list">${t('view.showList')}</a>
      ${
        may(meta, 'entities.manage')
          ? html`<a class="button" href="/settings/entities/${entity.id}">${t('view.addField')}</a>`
          : nothing
      }
    </rl-empty>`;
