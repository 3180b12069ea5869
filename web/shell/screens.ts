import { html, nothing, type TemplateResult } from 'lit';
import { entityOf, may, type Meta } from '../data/meta.ts';
import { t } from '../data/i18n.ts';
import type { Route } from './router.ts';

export interface ScreenPart {
  /** Changes where the element must be a new one. */
  key: string;
  load(): Promise<unknown>;
  render(): TemplateResult;
}

/** Which element shows a route. Code of a screen is loaded with it. */
export function screenOf(route: Route, meta: Meta): ScreenPart {
  switch (route.name) {
    case 'inbox':
      return part(
        'inbox',
        () => import('../screens/inbox/rl-inbox-screen.ts'),
        html`<rl-inbox-screen></rl-inbox-screen>`,
      );
    case 'home':
      // The shell goes on from here once it knows where to.
      return part('home', () => Promise.resolve(), html``);
    case 'begin':
      return part('begin', () => import('../screens/begin/index.ts'), html`<rl-begin-page></rl-begin-page>`);
    case 'entity':
      return screenOf({ name: defaultKind(meta, route.entity), entity: route.entity }, meta);
    case 'list':
      return ofEntity(route.entity, meta, listPart(route.entity));
    case 'board':
      return ofEntity(route.entity, meta, boardPart(route.entity));
    case 'calendar':
      return ofEntity(route.entity, meta, calendarPart(route.entity));
    case 'screen':
      return ownPart(route.id, meta);
    case 'screen-designer':
      return part(
        `design ${route.id}`,
        () => import('../screens/designer/index.ts'),
        html`<rl-screen-designer screen-id=${route.id}></rl-screen-designer>`,
      );
    case 'screen-preview':
      return part(
        'preview',
        () => import('../screens/designer/preview.ts'),
        html`<rl-screen-preview></rl-screen-preview>`,
      );
    case 'record':
      return ofEntity(route.entity, meta, recordPart(route.entity, route.id));
    case 'settings':
      return part(
        'settings',
        () => import('../screens/settings/rl-settings-screen.ts'),
        html`<rl-settings-screen .page=${route.page} .item=${route.item}></rl-settings-screen>`,
      );
    case 'import':
      return part(
        `import ${route.target}`,
        () => import('../screens/import/index.ts'),
        html`<rl-import-wizard target=${route.target}></rl-import-wizard>`,
      );
    case 'outbox':
      return part(
        'outbox',
        () => import('../screens/outbox/index.ts'),
        html`<rl-outbox-screen></rl-outbox-screen>`,
      );
    case 'reports':
    case 'report':
      return reportPart(route);
    case 'flows':
    case 'flow':
    case 'decisions':
    case 'decision':
    case 'instance':
      return flowPart(route);
    case 'instances':
    case 'operations':
      return instancesPart(route.name);
    case 'jobs':
      return part('jobs', () => import('../screens/jobs/index.ts'), html`<rl-jobs-screen></rl-jobs-screen>`);
    case 'not-found':
      return notFoundPart();
  }
}

/** The board where a plugin declares one in the navigation, else the list. */
export function defaultKind(meta: Meta, entity: string): 'list' | 'board' {
  const item = meta.navigation.flatMap((group) => group.items).find((each) => each.entity === entity);
  return item?.kind === 'board' ? 'board' : 'list';
}

const part = (key: string, load: () => Promise<unknown>, template: TemplateResult): ScreenPart => ({
  key,
  load,
  render: () => template,
});

const listPart = (entity: string, screen = ''): ScreenPart =>
  part(
    `list ${entity} ${screen}`,
    () => import('../screens/list/rl-list-screen.ts'),
    html`<rl-list-screen entity=${entity} .screen=${screen}></rl-list-screen>`,
  );

const boardPart = (entity: string, screen = ''): ScreenPart =>
  part(
    `board ${entity} ${screen}`,
    () => import('../screens/board/rl-board-screen.ts'),
    html`<rl-board-screen entity=${entity} .screen=${screen}></rl-board-screen>`,
  );

const calendarPart = (entity: string, screen = ''): ScreenPart =>
  part(
    `calendar ${entity} ${screen}`,
    () => import('../screens/calendar/rl-calendar-screen.ts'),
    html`<rl-calendar-screen entity=${entity} .screen=${screen}></rl-calendar-screen>`,
  );

const dashboardPart = (screen: string): ScreenPart =>
  part(
    `dashboard ${screen}`,
    () => import('../screens/dashboard/rl-dashboard-screen.ts'),
    html`<rl-dashboard-screen .screen=${screen}></rl-dashboard-screen>`,
  );

/** A screen by its id: one of several of its entity, or a dashboard. */
function ownPart(id: string, meta: Meta): ScreenPart {
  const screen = meta.screens.find((each) => each.id === id);
  if (screen?.kind === 'list') return listPart(screen.entity, id);
  if (screen?.kind === 'board') return boardPart(screen.entity, id);
  if (screen?.kind === 'calendar') return calendarPart(screen.entity, id);
  return screen?.kind === 'dashboard' ? dashboardPart(id) : notFoundPart(may(meta, 'screens.manage'));
}

const recordPart = (entity: string, id: string): ScreenPart =>
  part(
    `record ${entity} ${id}`,
    () => import('../screens/record/rl-record-screen.ts'),
    html`<rl-record-screen entity=${entity} record-id=${id}></rl-record-screen>`,
  );

function reportPart(route: Extract<Route, { name: 'reports' | 'report' }>): ScreenPart {
  const load = () => import('../screens/report/index.ts');
  if (route.name === 'reports') return part('reports', load, html`<rl-report-list></rl-report-list>`);
  // One key for all: a report that is saved for the first time stays in sight.
  return part('report', load, html`<rl-report-page report-id=${route.id}></rl-report-page>`);
}

function flowPart(
  route: Extract<Route, { name: 'flows' | 'flow' | 'decisions' | 'decision' | 'instance' }>,
): ScreenPart {
  switch (route.name) {
    case 'flows':
      return designerPart('flows', html`<rl-flow-list></rl-flow-list>`);
    case 'decisions':
      return designerPart('decisions', html`<rl-decision-list></rl-decision-list>`);
    case 'flow':
      return designerPart(
        `flow ${route.key}`,
        html`<rl-flow-designer flow-key=${route.key}></rl-flow-designer>`,
      );
    case 'decision':
      return designerPart(
        `decision ${route.key}`,
        html`<rl-decision-view decision-key=${route.key}></rl-decision-view>`,
      );
    case 'instance':
      return designerPart(
        `instance ${route.id}`,
        html`<rl-instance-view instance-id=${route.id}></rl-instance-view>`,
      );
  }
}

const designerPart = (key: string, template: TemplateResult): ScreenPart =>
  part(key, () => import('../../designer/index.ts'), template);

const instancesPart = (name: 'instances' | 'operations'): ScreenPart =>
  part(
    name,
    () => import('../screens/instances/index.ts'),
    name === 'instances'
      ? html`<rl-instances-screen></rl-instances-screen>`
      : html`<rl-operations-screen></rl-operations-screen>`,
  );

const ofEntity = (entity: string, meta: Meta, found: ScreenPart): ScreenPart =>
  entityOf(meta, entity) ? found : notFoundPart();

/** What an administrator made may be about something that was removed: its designer says so. */
const notFoundPart = (mayMend = false): ScreenPart =>
  part(
    'not-found',
    () => Promise.resolve(),
    html`<div>
      <rl-bar heading=${t('notFound.title')}></rl-bar>
      <rl-empty icon="search" heading=${t('notFound.title')} text=${t('notFound.text')}
        >${mayMend ? html`<a class="button" href="/settings/screens">${t('notFound.screens')}</a>` : nothing}</rl-empty
      >
    </div>`,
  );
