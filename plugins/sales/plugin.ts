import { definePlugin } from '../../core/index.ts';
import { demo } from './demo/demo.ts';
import { leadSignal } from './entities/lead-signal.ts';
import { lead } from './entities/lead.ts';
import { opportunity } from './entities/opportunity.ts';
import { product } from './entities/product.ts';
import { salesTarget } from './entities/sales-target.ts';
import { manager } from './roles/manager.ts';
import { seller } from './roles/seller.ts';
import { leadBoard } from './screens/lead-board.ts';
import { leadList } from './screens/lead-list.ts';
import { leadRecord } from './screens/lead-record.ts';
import { opportunityList } from './screens/opportunity-list.ts';
import { opportunityRecord } from './screens/opportunity-record.ts';
import { pipeline } from './screens/pipeline.ts';
import { productList } from './screens/product-list.ts';
import { productRecord } from './screens/product-record.ts';
import { targets } from './screens/targets.ts';
import { openDeal } from './tasks/open-deal.ts';
import { scoreLead } from './tasks/score-lead.ts';
import { setStage } from './tasks/set-stage.ts';

/** What we sell, and every deal on its way from a first talk to won or lost. */
export const sales = definePlugin({
  id: 'sales',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers'],
  entities: [product, opportunity, lead, leadSignal, salesTarget],
  tasks: [setStage, scoreLead, openDeal],
  flows: 'flows/*.bpmn',
  starters: 'starters/*.bpmn',
  screens: [
    ...[pipeline, opportunityList, opportunityRecord, productList, productRecord],
    ...[leadBoard, leadList, leadRecord, targets],
  ],
  roles: [seller, manager],
  begin: [{ id: 'deal', icon: 'handshake', href: '/r/opportunity?new=1', entity: 'opportunity' }],
  demo,
});
