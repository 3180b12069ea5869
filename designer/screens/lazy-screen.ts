import { LitElement, css, html } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import '../../web/components/rl-bar.ts';
import '../../web/components/rl-problem.ts';

interface LazyScreen {
  /** The element to show once its code is there. */
  screen: string;
  /** The one attribute that both have. */
  attribute: string;
  load(): Promise<unknown>;
}

/** Defines an element that shows another whose code comes when it is first shown: bpmn-js weighs 170 kB. */
export const defineLazyScreen = (name: string, lazy: LazyScreen): void => {
  if (customElements.get(name)) return;
  const screen = unsafeStatic(lazy.screen);
  const attribute = unsafeStatic(lazy.attribute);

  customElements.define(
    name,
    class extends LitElement {
      static override properties = { value: { attribute: lazy.attribute }, phase: { state: true } };
      static override styles = css`
        :host {
          display: flex;
          flex-direction: column;
          min-height: 0;
        }
        :host > * {
          flex: 1;
          min-height: 0;
        }
        rl-bar {
          flex: none;
        }
      `;
      declare value: string;
      declare phase: 'loading' | 'ready' | { error: unknown };

      override connectedCallback(): void {
        super.connectedCallback();
        void this.load();
      }

      protected override render() {
        if (this.phase === 'ready') return staticHtml`<${screen} ${attribute}=${this.value}></${screen}>`;
        if (typeof this.phase === 'object') {
          return html`<rl-bar></rl-bar
            ><rl-problem .error=${this.phase.error} @rl-retry=${this.load}></rl-problem>`;
        }
        return html`<rl-bar></rl-bar>`;
      }

      private async load(): Promise<void> {
        try {
          await lazy.load();
          this.phase = 'ready';
        } catch (error) {
          this.phase = { error };
        }
      }
    },
  );
};
