import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { fieldsIn } from '../../data/entity-screens.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { ScreenRules } from '../../rules/screen-rules.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-record-form.ts';

/** A form as people will fill it in; nothing is written. */
@customElement('rl-design-form')
export class RlDesignForm extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() screen = '';
  @state() private values: Record<string, unknown> = {};
  private readonly rules = new ScreenRules(this);

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow: auto;
      }
      .form {
        max-width: 520px;
        margin: 24px auto;
        padding: 20px;
        border: 1px solid var(--rl-line);
        border-radius: 10px;
        background: var(--rl-surface);
      }
    `,
  ];

  protected override render() {
    const screen = this.meta.screens.find(({ id }) => id === this.screen);
    const entity = screen && entityOf(this.meta, screen.entity);
    if (!screen || !entity) return nothing;
    const nodes = this.rules.decide(screen.body ?? [], { meta: this.meta, entity, values: this.values });
    return html`<rl-bar heading=${screen.label ?? ''}></rl-bar>
      <div class="form" data-node="#body">
        <rl-record-form
          .fields=${nodes
            .flatMap((node) => fieldsIn(node, entity))
            .filter(({ access }) => access === 'write')}
          @rl-values=${(event: CustomEvent<{ values: Record<string, unknown> }>) => (this.values = event.detail.values)}
        ></rl-record-form>
      </div>`;
  }
}
