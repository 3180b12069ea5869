import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity, MetaField, MetaScreen } from '../../data/meta.ts';
import { navigate, recordPath } from '../../shell/router.ts';
import { FlowActions } from '../../components/flow-actions.ts';
import '../../components/rl-menu.ts';
import type { MenuItem, RlMenu } from '../../components/rl-menu.ts';
import { showProblem } from '../../components/toast.ts';
import type { CardEvent } from './rl-lane.ts';

const lanePrefix = 'lane:';

/** What can be done with a card: open it, move it, start a flow on it. Fires `rl-lane` with `detail: {value}`. */
@customElement('rl-card-menu')
export class RlCardMenu extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) board!: MetaScreen;
  /** Its choices are the lanes. */
  @property({ attribute: false }) field!: MetaField;
  @property({ attribute: false }) asked: CardEvent | undefined;
  @query('rl-menu') private menu!: RlMenu;
  private readonly flows = new FlowActions(this);

  static override styles = css`
    :host {
      position: absolute;
    }
  `;

  async show(anchor: Element): Promise<void> {
    await this.updateComplete;
    this.menu.show(anchor);
  }

  protected override render() {
    return html`<rl-menu
      label=${t('board.moveTo')}
      .items=${this.items()}
      @rl-select=${(event: CustomEvent<{ id: string }>) => this.run(event.detail.id)}
    ></rl-menu>`;
  }

  private items(): MenuItem[] {
    const lanes = (this.field.options ?? []).map((option, index) => ({
      id: lanePrefix + option.value,
      label: option.label,
      isChecked: this.asked?.from === option.value,
      ...(index === 0 ? { group: t('board.moveTo') } : {}),
    }));
    return [
      { id: 'open', label: t('action.open'), icon: 'arrow-up-right' },
      ...this.flows.items(this.board),
      ...(this.entity.can.update ? lanes : []),
    ];
  }

  private async run(id: string): Promise<void> {
    const record = this.asked?.record;
    if (!record) return;
    if (id === 'open') return navigate(recordPath(this.entity.id, record.id));
    if (id.startsWith(lanePrefix)) {
      const detail = { value: id.slice(lanePrefix.length) };
      this.dispatchEvent(new CustomEvent('rl-lane', { detail }));
      return;
    }
    try {
      await this.flows.run(id, this.entity.id, [record.id]);
    } catch (error) {
      showProblem(error);
    }
  }
}
