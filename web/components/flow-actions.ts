import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { flowNames } from '../data/flows.ts';
import { t } from '../data/i18n.ts';
import { startFlow, startFlows } from '../data/instances.ts';
import type { MetaScreen } from '../data/meta.ts';
import { navigate } from '../shell/router.ts';
import type { MenuItem } from './rl-menu.ts';
import { showToast } from './toast.ts';

const prefix = 'flow:';

/** The flows that a screen lets people start, as items of a menu; their names are asked for when there are some. */
export class FlowActions implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private names: ReadonlyMap<string, string> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing before a screen with actions is drawn.
  }

  items(screen: MetaScreen | undefined): MenuItem[] {
    const keys = (screen?.actions ?? []).flatMap((action) =>
      typeof action === 'object' ? [action.flow] : [],
    );
    if (keys.length > 0 && !this.names) void this.load();
    return keys.map((key) => ({
      id: prefix + key,
      label: t('record.startFlow', { flow: this.names?.get(key) ?? key }),
      icon: 'play',
    }));
  }

  /** Starts the flow that an item stands for; false when it stands for something else. */
  async run(item: string, entity: string, ids: readonly string[]): Promise<boolean> {
    if (!item.startsWith(prefix)) return false;
    const key = item.slice(prefix.length);
    const flow = this.names?.get(key) ?? key;
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      const { id } = await startFlow(key, { entity, id: only });
      const open = { label: t('action.open'), run: () => navigate(`/instances/${id}`) };
      showToast({ text: t('record.started', { flow }), action: open });
    } else {
      await startFlows(key, { entity, ids });
      showToast({ text: t('list.started', { flow, count: ids.length }) });
    }
    return true;
  }

  private async load(): Promise<void> {
    this.names = new Map();
    this.names = await flowNames();
    this.host.requestUpdate();
  }
}
