import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { metaContext } from '../../context/meta.ts';
import { findPeople, type Choice } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import { may, type Meta } from '../../data/meta.ts';
import { changeTeam, listTeams, makeTeam, removeTeam, type Team } from '../../data/users.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-avatar.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import { showToast } from '../../components/toast.ts';
import { settingsStyles } from './settings-styles.ts';

/** Teams as a tree, each with who leads it: dragged under another, or put there in the dialog that a row opens. */
@customElement('rl-teams-page')
export class RlTeamsPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private teams: Team[] | undefined;
  @state() private edited: Team | 'new' | undefined;
  @state() private manager: Choice | null = null;
  @state() private over = '';
  @state() private error: unknown;
  @state() private problem: unknown;
  private dragged = '';

  static override styles = [
    base,
    buttons,
    controls,
    settingsStyles,
    css`
      .manager {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        color: var(--rl-muted);
      }
      .over {
        background: var(--rl-accent-soft);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.teams) return html`<rl-skeleton rows="5"></rl-skeleton>`;
    const mayManage = may(this.meta, 'users.manage');
    return html`<div class="head">
        <p class="grow">${t('teams.about')}</p>
        ${
          mayManage
            ? html`<button type="button" class="button primary" @click=${() => this.open('new')}>
                <rl-icon name="plus"></rl-icon>${t('teams.add')}
              </button>`
            : nothing
        }
      </div>
      ${
        this.teams.length === 0
          ? html`<rl-empty icon="users" heading=${t('teams.empty')} text=${t('teams.emptyText')}></rl-empty>`
          : nothing
      }
      ${branches(this.teams).map(({ team, depth }) => this.renderTeam(team, { depth, mayManage }))}
      ${this.edited ? this.renderDialog(this.edited === 'new' ? undefined : this.edited) : nothing}`;
  }

  private renderTeam(
    team: Team,
    { depth, mayManage }: { depth: number; mayManage: boolean },
  ): TemplateResult {
    const inner = html`<span class="grow truncate">${team.name}</span>${
        team.manager
          ? html`<span class="manager"
              ><rl-avatar name=${team.manager.title}></rl-avatar
              >${t('teams.led', { name: team.manager.title })}</span
            >`
          : nothing
      }`;
    const style = styleMap({ paddingLeft: `${4 + depth * 20}px` });
    if (!mayManage) return html`<div class="row" style=${style}>${inner}</div>`;
    return html`<button
      type="button"
      class="row ${this.over === team.id ? 'over' : ''}"
      style=${style}
      draggable="true"
      @click=${() => this.open(team)}
      @dragstart=${() => (this.dragged = team.id)}
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.over = team.id;
      }}
      @dragleave=${() => (this.over = '')}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.over = '';
        if (this.dragged !== team.id) void this.move(this.dragged, team.id);
      }}
    >
      ${inner}
    </button>`;
  }

  private renderDialog(team: Team | undefined): TemplateResult {
    const below = new Set(team ? branches(this.teams!, team.id).map((one) => one.team.id) : []);
    const others = this.teams!.filter(({ id }) => id !== team?.id && !below.has(id));
    return html`<rl-dialog
      open
      size="small"
      heading=${t(team ? 'teams.change' : 'teams.add')}
      @rl-close=${this.close}
    >
      <form class="form" id="team" @submit=${this.save}>
        ${this.problem ? html`<rl-problem inline .retry=${false} .error=${this.problem}></rl-problem>` : nothing}
        <label class="field">
          <span class="field-label">${t('people.name')}</span>
          <input class="control" name="name" required maxlength="200" .value=${team?.name ?? ''} />
        </label>
        <label class="field">
          <span class="field-label">${t('teams.under')}</span>
          <select class="control" name="parent">
            <option value="">${t('teams.top')}</option>
            ${others.map(
              (one) =>
                html`<option value=${one.id} ?selected=${team !== undefined && parentId(team) === one.id}>
                  ${one.name}
                </option>`,
            )}
          </select>
        </label>
        <div>
          <span class="field-label" aria-hidden="true">${t('teams.manager')}</span>
          <rl-picker
            label=${t('teams.manager')}
            .source=${findPeople}
            .value=${this.manager}
            @change=${(event: CustomEvent<{ value: Choice | null }>) => (this.manager = event.detail.value)}
          ></rl-picker>
        </div>
      </form>
      ${
        team
          ? html`<button slot="footer" type="button" class="button danger" @click=${() => this.drop(team)}>
              ${t('action.remove')}
            </button>`
          : nothing
      }
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button slot="footer" form="team" class="button primary">${t('action.save')}</button>
    </rl-dialog>`;
  }

  private open(team: Team | 'new'): void {
    this.edited = team;
    this.problem = undefined;
    this.manager =
      team !== 'new' && team.manager ? { id: team.manager.id, title: team.manager.title ?? '' } : null;
  }

  private close(): void {
    this.edited = undefined;
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement); // the listener sits on the form
    const name = String(data.get('name') ?? '').trim();
    const parent = String(data.get('parent') ?? '') || null;
    const { edited } = this;
    try {
      const id = edited === 'new' ? (await makeTeam(name, parent)).id : edited!.id;
      await changeTeam(id, { name, parent, manager: this.manager?.id ?? null });
      this.close();
      await this.load();
    } catch (error) {
      this.problem = error;
    }
  }

  private async move(id: string, parent: string | null): Promise<void> {
    const team = this.teams!.find((one) => one.id === id)!;
    const before = parentId(team);
    try {
      await changeTeam(id, { parent });
      await this.load();
      showToast({
        text: t('teams.moved', { name: team.name }),
        action: {
          label: t('action.undo'),
          run: () => changeTeam(id, { parent: before }).then(() => this.load()),
        },
      });
    } catch (error) {
      showToast({ text: error instanceof Error ? error.message : String(error), kind: 'problem' });
    }
  }

  private async drop(team: Team): Promise<void> {
    try {
      await removeTeam(team.id);
      this.close();
      await this.load();
    } catch (error) {
      this.problem = error;
    }
  }

  private async load(): Promise<void> {
    try {
      this.teams = await listTeams();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

const parentId = (team: Team): string | null =>
  (typeof team.parent === 'object' ? team.parent?.id : team.parent) ?? null;

function branches(teams: Team[], parent: string | null = null, depth = 0): { team: Team; depth: number }[] {
  return teams
    .filter((team) => parentId(team) === parent)
    .flatMap((team) => [{ team, depth }, ...branches(teams, team.id, depth + 1)]);
}
