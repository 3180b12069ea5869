import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { t } from '../../data/i18n.ts';
import { listTeams, type Team } from '../../data/users.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-avatar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import { settingsStyles } from './settings-styles.ts';

/** Teams as a tree, each with who leads it. */
@customElement('rl-teams-page')
export class RlTeamsPage extends LitElement {
  @state() private teams: Team[] | undefined;
  @state() private error: unknown;

  static override styles = [
    base,
    settingsStyles,
    css`
      .manager {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        color: var(--rl-muted);
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
    if (this.teams.length === 0)
      return html`<rl-empty
        icon="users"
        heading=${t('teams.empty')}
        text=${t('teams.emptyText')}
      ></rl-empty>`;
    return html`<div class="head"><p>${t('teams.about')}</p></div>
      ${branches(this.teams).map(
        ({ team, depth }) =>
          html`<div class="row" style=${styleMap({ paddingLeft: `${4 + depth * 20}px` })}>
            <span class="grow truncate">${team.name}</span>
            ${
              team.manager
                ? html`<span class="manager"
                    ><rl-avatar name=${team.manager.title}></rl-avatar>${t('teams.led', {
                      name: team.manager.title,
                    })}</span
                  >`
                : nothing
            }
          </div>`,
      )}`;
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
