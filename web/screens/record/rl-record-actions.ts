import { consume } from '@lit/context';
import { LitElement, css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { titleOf } from '../../data/choices.ts';
import { screenFor } from '../../data/entity-screens.ts';
import { t } from '../../data/i18n.ts';
import { may, type Meta, type MetaEntity } from '../../data/meta.ts';
import { deleteRecord, restoreRecord, type RecordItem } from '../../data/records.ts';
import { navigate, recordPath } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { FlowActions } from '../../components/flow-actions.ts';
import { moreMenu } from '../../components/more-menu.ts';
import type { MenuItem } from '../../components/rl-menu.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { changeParts, partsToDelete } from './delete-parts.ts';

/** What can be done with the record as a whole: start flows, copy its address, delete it. Fires `rl-access` for sharing and for why. */
@customElement('rl-record-actions')
export class RlRecordActions extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  private readonly flows = new FlowActions(this);

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
      }
    `,
  ];

  protected override render() {
    return moreMenu({ items: this.items(), onSelect: (id) => void this.run(id) });
  }

  private items(): MenuItem[] {
    return [
      ...(this.entity.can.run ? this.flows.items(screenFor(this.meta, 'record', this.entity.id)) : []),
      { id: 'share', label: t('record.share'), icon: 'users' },
      { id: 'why', label: t('record.why'), icon: 'circle-help' },
      { id: 'copy', label: t('record.copyLink'), icon: 'link' },
      ...(may(this.meta, 'screens.manage')
        ? [{ id: 'design', label: t('screen.design'), icon: 'panels-top-left', separates: true }]
        : []),
      ...(this.entity.can.delete
        ? [{ id: 'delete', label: t('action.delete'), icon: 'trash-2', isDanger: true, separates: true }]
        : []),
    ];
  }

  private async run(id: string): Promise<void> {
    try {
      if (id === 'share' || id === 'why') this.tell(id);
      else if (id === 'design') this.design();
      else if (id === 'copy') await this.copy();
      else if (id === 'delete') await this.deleteIt();
      else await this.flows.run(id, this.entity.id, [this.record.id]);
    } catch (error) {
      showProblem(error);
    }
  }

  private tell(what: 'share' | 'why'): void {
    this.dispatchEvent(new CustomEvent('rl-access', { detail: { what } }));
  }

  private design(): void {
    const screen = screenFor(this.meta, 'record', this.entity.id);
    if (screen) navigate(`/screens/${encodeURIComponent(screen.id)}?record=${this.record.id}`);
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(location.origin + location.pathname);
    showToast({ text: t('record.copied') });
  }

  private async deleteIt(): Promise<void> {
    const { entity, record } = this;
    const parts = await partsToDelete(this.meta, { entity, record });
    if (!parts) return;
    await changeParts(parts, 'delete');
    await deleteRecord(entity.id, record.id);
    navigate(`/r/${encodeURIComponent(entity.id)}`);
    const undo = async (): Promise<void> => {
      try {
        await restoreRecord(entity.id, record.id);
        await changeParts(parts, 'restore');
        navigate(recordPath(entity.id, record.id));
      } catch (error) {
        showProblem(error);
      }
    };
    showToast({
      text: t('record.deleted', { title: titleOf(entity.title, record) }),
      action: { label: t('action.undo'), run: undo },
    });
  }
}
