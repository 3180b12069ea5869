import { defineScreen, fields } from '../../../core/index.ts';

export const ticketRecord = defineScreen({
  id: 'service.ticket',
  kind: 'record',
  entity: 'ticket',
  header: ['number', 'status', 'priority', 'level', 'nextDue', 'pausedAt', 'assignee'],
  side: [
    { id: 'flows', node: 'flows' },
    {
      id: 'facts',
      node: 'section',
      title: 'service.screen.ticket.facts',
      children: fields(
        'status',
        'priority',
        'queue',
        'assignee',
        'channel',
        { field: 'mergedInto', readOnly: true, visible: 'mergedInto != null' },
        { field: 'isWithBot', readOnly: true, visible: "channel = 'chat'" },
      ),
    },
    {
      id: 'customer',
      node: 'section',
      title: 'service.screen.ticket.customer',
      children: [
        ...fields('contact', 'account', 'product', 'contract'),
        {
          id: 'uncovered',
          node: 'text',
          text: 'service.screen.ticket.uncovered',
          visible: 'contract = null and account != null',
        },
        ...fields('deal', 'requesterName', 'requesterEmail', { field: 'satisfaction', readOnly: true }),
      ],
    },
    {
      id: 'promise',
      node: 'section',
      title: 'service.screen.ticket.promise',
      children: [
        ...fields({ field: 'level', readOnly: true }),
        {
          id: 'standing',
          node: 'text',
          text: 'service.screen.ticket.standing',
          visible: "level = 'paused'",
        },
        ...fields(
          { field: 'pausedAt', readOnly: true, visible: "level = 'paused'" },
          { field: 'policy', readOnly: true },
          { field: 'nextDue', readOnly: true, visible: 'nextDue != null' },
          { field: ['firstAnswerDue', 'firstAnsweredAt', 'nextAnswerDue'], readOnly: true },
          { field: 'solutionDue', readOnly: true, visible: "level != 'paused'" },
          { field: 'solvedAt', readOnly: true },
        ),
      ],
    },
  ],
  body: [
    {
      id: 'tabs',
      node: 'tabs',
      children: [
        {
          id: 'talk',
          node: 'tab',
          title: 'service.screen.ticket.talk',
          children: [{ id: 'messages', node: 'element', element: 'service-talk' }],
        },
        {
          id: 'activity',
          node: 'tab',
          title: 'service.screen.ticket.activity',
          children: [{ id: 'timeline', node: 'timeline' }],
        },
        {
          id: 'around',
          node: 'tab',
          title: 'service.screen.ticket.around',
          children: [
            {
              id: 'followers',
              node: 'related',
              entity: 'ticket-follower',
              by: 'ticket',
              columns: ['name', 'person'],
            },
            {
              id: 'files',
              node: 'related',
              entity: 'ticket-file',
              by: 'ticket',
              columns: ['name', 'file', 'createdAt'],
            },
            {
              id: 'merged',
              node: 'related',
              title: 'service.screen.ticket.merged',
              entity: 'ticket',
              by: 'mergedInto',
              columns: ['number', 'subject', 'requesterName', 'createdAt'],
            },
            {
              id: 'complaints',
              node: 'related',
              entity: 'complaint',
              by: 'ticket',
              columns: ['number', 'subject', 'status', 'responsible'],
            },
          ],
        },
        {
          // The conversation shows both in its own way.
          id: 'apart',
          node: 'tab',
          hidden: true,
          children: [
            {
              id: 'messages.raw',
              node: 'related',
              entity: 'ticket-message',
              by: 'ticket',
              columns: ['summary', 'at'],
            },
            { id: 'drafts', node: 'related', entity: 'ticket-draft', by: 'ticket', columns: ['name'] },
          ],
        },
      ],
    },
  ],
});
