import { definePlugin } from '../../core/index.ts';
import { demo } from './demo/demo.ts';
import { customerAnalysis } from './entities/customer-analysis.ts';
import { analyst } from './roles/analyst.ts';
import { customerAnalyses } from './screens/customer-analyses.ts';
import { customerAnalysisRecord } from './screens/customer-analysis-record.ts';
import { segmentBoard } from './screens/segment-board.ts';
import { analyseCustomers } from './tasks/analyse-customers.ts';

/** What the numbers say about customers: how good, how alive, how likely to leave. */
export const analytics = definePlugin({
  id: 'analytics',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  uses: ['customers', 'sales'],
  entities: [customerAnalysis],
  tasks: [analyseCustomers],
  flows: 'flows/*.bpmn',
  screens: [customerAnalyses, segmentBoard, customerAnalysisRecord],
  roles: [analyst],
  demo,
});
