import { defineScreen, fields } from '../../../core/index.ts';

export const experimentRecord = defineScreen({
  id: 'campaigns.experiment',
  kind: 'record',
  entity: 'experiment',
  header: ['state', 'owner'],
  side: [
    {
      id: 'facts',
      node: 'section',
      title: 'campaigns.screen.experiment.facts',
      children: fields(
        'name',
        'key',
        'question',
        'metric',
        'rule',
        { field: 'baseline', visible: "metric = 'conversion'" },
        { field: 'minimumEffect', visible: "metric = 'conversion'" },
        { field: 'deviation', visible: "metric = 'value'" },
        { field: 'minimumDifference', visible: "metric = 'value'" },
        { field: ['state', 'startedAt', 'endedAt'], readOnly: true },
        'owner',
      ),
    },
  ],
  body: [
    {
      id: 'parts',
      node: 'tabs',
      children: [
        {
          id: 'result',
          node: 'tab',
          title: 'campaigns.screen.experiment.result',
          children: [{ id: 'report', node: 'element', element: 'campaigns-experiment' }],
        },
        {
          id: 'members',
          node: 'tab',
          title: 'campaigns.screen.experiment.members',
          children: [
            {
              id: 'exposures',
              node: 'related',
              entity: 'exposure',
              by: 'experiment',
              columns: ['member', 'variant', 'exposedAt', 'converted', 'value'],
              sort: ['-exposedAt'],
            },
          ],
        },
        { id: 'activity', node: 'tab', children: [{ id: 'timeline', node: 'timeline' }] },
      ],
    },
  ],
});
