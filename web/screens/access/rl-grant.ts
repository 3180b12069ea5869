import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { matrixActions, type EntityGrant, type FieldRestriction } from '../../data/roles.ts';
import type { RuleJson } from '../../data/rule.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import { allows, withAction } from './matrix.ts';
import './rl-grant-fields.ts';
import './rl-rule-builder.ts';

/** One grant: what may be done, with which records, and how their fields show. Fires `rl-grant` with `detail: {grant}`, `rl-remove`. */
@customElement('rl-grant')
export class RlGrant extends LitElement {
  @property({ attribute: false }) grant!: EntityGrant;
  @property({ attribute: false }) masks: Readonly<Record<string, string>> = {};
  /** Its place among the grants of the entity, for reading out; 0 when it is the only one. */
  @property({ type: Number }) place = 0;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
        padding: 12px 0;
      }
      :host(:not(:first-of-type)) {
        border-top: 1px solid var(--rl-line);
      }
      section {
        display: grid;
        grid-template-columns: 112px minmax(0, 1fr);
        gap: 4px 12px;
        padding: 6px 0;
      }
      .name {
        padding-top: 2px;
        color: var(--rl-muted);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      .checks {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 24px;
      }
      summary {
        cursor: pointer;
        min-height: 24px;
      }
      details[open] summary {
        margin-bottom: 8px;
      }
      @media (max-width: 720px) {
        section {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override render() {
    const { grant } = this;
    const restricted = Object.keys(grant.fields ?? {}).length;
    return html`${
        this.place > 0
          ? html`<div class="head">
              <b>${t('access.grantPlace', { place: this.place })}</b>
              <button
                type="button"
                class="button ghost"
                @click=${() => this.dispatchEvent(new CustomEvent('rl-remove'))}
              >
                <rl-icon name="trash-2"></rl-icon>${t('access.removeGrant')}
              </button>
            </div>`
          : nothing
      }
      <section>
        <p class="name">${t('access.may')}</p>
        <div class="checks">
          ${matrixActions.map(
            (action) =>
              html`<label
                ><input
                  type="checkbox"
                  .checked=${allows(grant, action)}
                  ?disabled=${this.isIdle(action)}
                  @change=${(event: Event) =>
                    this.emit(withAction(grant, action, (event.target as HTMLInputElement).checked))}
                />${t(`access.action.${action}`)}</label
              >`,
          )}
        </div>
      </section>
      <section>
        <p class="name">${t('access.records')}</p>
        <rl-rule-builder
          entity=${grant.entity}
          .rule=${grant.where}
          @rl-rule=${(event: CustomEvent<{ rule: RuleJson | undefined }>) => {
            const { where: _before, ...rest } = grant;
            const { rule } = event.detail;
            this.emit(rule === undefined ? rest : { ...rest, where: rule });
          }}
        ></rl-rule-builder>
      </section>
      <section>
        <p class="name">${t('access.fields')}</p>
        <details ?open=${restricted > 0}>
          <summary>
            ${restricted > 0 ? t('access.restricted', { count: restricted }) : t('access.allFields')}
          </summary>
          <rl-grant-fields
            entity=${grant.entity}
            .fields=${grant.fields ?? {}}
            .masks=${this.masks}
            @rl-fields=${(event: CustomEvent<{ fields: Record<string, FieldRestriction> }>) => {
              const { fields: _before, ...rest } = grant;
              const { fields } = event.detail;
              this.emit(Object.keys(fields).length === 0 ? rest : { ...rest, fields });
            }}
          ></rl-grant-fields>
        </details>
      </section>`;
  }

  /** What comes along with reading or writing cannot be had without. */
  private isIdle(action: (typeof matrixActions)[number]): boolean {
    const { actions } = this.grant;
    if (action === 'export' || action === 'run') return !actions.includes('read');
    return action === 'import' && !actions.includes('create') && !actions.includes('update');
  }

  private emit(grant: EntityGrant): void {
    this.dispatchEvent(new CustomEvent('rl-grant', { detail: { grant } }));
  }
}
