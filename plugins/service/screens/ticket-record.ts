import { defineScreen } from '../../../core/index.ts';

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
      children: [
        { id: 'status', node: 'field', field: 'status' },
        { id: 'priority', node: 'field', field: 'priority' },
        { id: 'queue', node: 'field', field: 'queue' },
        { id: 'assignee', node: 'field', field: 'assignee' },
        { id: 'channel', node: 'field', field: 'channel' },
        {
          id: 'mergedInto',
          node: 'field',
          field: 'mergedInto',
          readOnly: true,
          visible: 'mergedInto != null',
        },
        {
          id: 'isWithBot',
          node: 'field',
          field: 'isWithBot',
          readOnly: true,
          visible: "channel = 'chat'",
        },
      ],
    },
    {
      id: 'customer',
      node: 'section',
      title: 'service.screen.ticket.customer',
      children: [
        { id: 'contact', node: 'field', field: 'contact' },
        { id: 'account', node: 'field', field: 'account' },
        { id: 'product', node: 'field', field: 'product' },
        { id: 'contract', node: 'field', field: 'contract' },
        {
          id: 'uncovered',
          node: 'text',
          text: 'service.screen.ticket.uncovered',
          visible: 'contract = null and account != null',
        },
        { id: 'deal', node: 'field', field: 'deal' },
        { id: 'requesterName', node: 'field', field: 'requesterName' },
        { id: 'requesterEmail', node: 'field', field: 'requesterEmail' },
        { id: 'satisfaction', node: 'field', field: 'satisfaction', readOnly: true },
      ],
    },
    {
      id: 'promise',
      node: 'section',
      title: 'service.screen.ticket.promise',
      children: [
        { id: 'level', node: 'field', field: 'level', readOnly: true },
        {
          id: 'standing',
          node: 'text',
          text: 'service.screen.ticket.standing',
          visible: "level = 'paused'",
        },
        {
          id: 'pausedAt',
          node: 'field',
          field: 'pausedAt',
          readOnly: true,
          visible: "level = 'paused'",
        },
        { id: 'policy', node: 'field', field: 'policy', readOnly: true },
        { id: 'nextDue', node: 'field', field: 'nextDue', readOnly: true, visible: 'nextDue != null' },
        { id: 'firstAnswerDue', node: 'field', field: 'firstAnswerDue', readOnly: true },
        { id: 'firstAnsweredAt', node: 'field', field: 'firstAnsweredAt', readOnly: true },
        { id: 'nextAnswerDue', node: 'field', field: 'nextAnswerDue', readOnly: true },
        {
          id: 'solutionDue',
          node: 'field',
          field: 'solutionDue',
          readOnly: true,
          visible: "level != 'paused'",
        },
        { id: 'solvedAt', node: 'field', field: 'solvedAt', readOnly: true },
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
