import { definePlugin } from '../../core/index.ts';
import { demo } from './demo/demo.ts';
import { segment } from './entities/segment.ts';
import { template } from './entities/template.ts';
import { marketer } from './roles/marketer.ts';
import { segmentList } from './screens/segment-list.ts';
import { segmentRecord } from './screens/segment-record.ts';
import { templateRecord } from './screens/template-record.ts';
import { templates } from './screens/templates.ts';

/** Whom to reach, with what, and what came of it. */
export const campaigns = definePlugin({
  id: 'campaigns',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers', 'sales'],
  entities: [segment, template],
  screens: [segmentList, segmentRecord, templates, templateRecord],
  roles: [marketer],
  demo,
});
