/** What customers ask in the sample data: how it begins, and what may be answered. */
export interface Question {
  queue: 'Support' | 'Billing' | 'Repairs';
  subject: string;
  text: string;
  answer: string;
}

export const questions: readonly Question[] = [
  {
    queue: 'Support',
    subject: 'The device does not connect after the update',
    text: 'Hello,\n\nsince the update of yesterday our device does not connect any more. The light stays orange. We have restarted it twice.\n\nWhat can we do?',
    answer:
      'Hello,\n\nthe update resets the network. Please hold the round button for five seconds until the light turns blue, and choose your network again.\n\nTell us if it stays orange.',
  },
  {
    queue: 'Billing',
    subject: 'Invoice shows the old address',
    text: 'Good morning,\n\nwe moved in spring, and the invoice still goes to the old address. Please send us a corrected one.\n\nThank you',
    answer:
      'Good morning,\n\nthe address is changed. You find the corrected invoice in your account; the next ones follow it.',
  },
  {
    queue: 'Repairs',
    subject: 'Display flickers when it is cold',
    text: 'Hi,\n\nin the cold storage the display flickers and sometimes goes out. It is three months old. Is that covered?',
    answer:
      'Hi,\n\nyes, that is covered. We sent you a label: put the device into any box, and you have a new one in two days.',
  },
  {
    queue: 'Support',
    subject: 'How do we add a second site?',
    text: 'Hello,\n\nwe opened a second site. Can both share one account, and what does it cost?',
    answer:
      'Hello,\n\nboth can share one account at no cost. Under Sites choose “Add”, and enter the serial number.',
  },
  {
    queue: 'Billing',
    subject: 'Charged twice in October',
    text: 'Dear all,\n\nour October fee was charged on the 3rd and again on the 5th. Please refund one of them.',
    answer:
      'Dear customer,\n\nyou are right, and we are sorry. The second charge goes back to your card today.',
  },
  {
    queue: 'Support',
    subject: '如何导出上个月的数据？',
    text: '您好，\n\n我们需要把上个月的数据导出成表格交给财务，请问在哪里操作？\n\n谢谢！',
    answer: '您好，\n\n请打开“报表”，选择上个月，再点右上角的“导出”。如有问题请随时回复。',
  },
  {
    queue: 'Repairs',
    subject: 'Battery lasts two hours only',
    text: 'Hello,\n\nthe battery of our unit lasts for two hours only; it was eight at first. Please advise.',
    answer:
      'Hello,\n\nplease let it run down once and charge it overnight. If it does not get better, we replace it.',
  },
  {
    queue: 'Support',
    subject: 'Delivery is late for the third time',
    text: 'To whom it may concern,\n\nthis is the third delivery that comes late, and nobody told us. We expect an explanation.',
    answer:
      'Good afternoon,\n\nyou have every reason to be angry. Your order left the warehouse today; I look into why nobody told you, and write to you tomorrow.',
  },
];
