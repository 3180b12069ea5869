import type { Values } from '../../../core/index.ts';

const page = (inner: string): string => `<mjml>
  <mj-body background-color="#f4f4f2">
    <mj-section background-color="#ffffff" padding="24px">
      <mj-column>
${inner}
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

const mail = (head: string, text: string, [label, link]: [string, string]): string =>
  page(`        <mj-text font-size="20px" font-weight="600">${head}</mj-text>
        <mj-text>${text}</mj-text>
        <mj-button href="https://merano.example/${link}" background-color="#3a5bd9">${label}</mj-button>`);

/** Mails in the company's voice; those of the first-offer journey have translations. */
export const templates: readonly Values[] = [
  {
    name: 'Welcome',
    subject: 'Welcome, {{ contact.name }}',
    body: page(`        <mj-text font-size="20px" font-weight="600">Welcome, {{ contact.name }}</mj-text>
        <mj-text>Good to have you{% if contact.city %} in {{ contact.city }}{% endif %}. Here is where most people begin.</mj-text>
        <mj-button href="https://merano.example/start" background-color="#3a5bd9">Look around</mj-button>`),
  },
  {
    name: 'Lumen news',
    subject: 'What is new with Lumen',
    body: page(`        <mj-text font-size="20px" font-weight="600">What is new with Lumen</mj-text>
        <mj-text>Dear {{ contact.name }}, Lumen 40 Field now measures in the rain.</mj-text>
        <mj-button href="https://merano.example/lumen" background-color="#3a5bd9">See it</mj-button>`),
  },
  {
    name: 'First offer',
    language: 'en',
    subject: 'An idea for {{ contact.account.title | default: contact.name }}',
    body: mail(
      'Hello {{ contact.name }},',
      'companies like yours often begin with a small trial: four weeks, two devices, nothing to pay. Shall we set one up?',
      ['See the trial', 'trial'],
    ),
  },
  {
    name: 'Trial plan',
    language: 'en',
    subject: 'Your four weeks with Lumen',
    body: mail(
      'Good to hear from you, {{ contact.name }}',
      'this is how a trial goes: we bring two devices, you measure, and after four weeks we look at the figures together.',
      ['Choose a day', 'trial/day'],
    ),
  },
  {
    name: 'Reminder',
    language: 'en',
    subject: 'Still open to a trial?',
    body: mail(
      'Hello {{ contact.name }},',
      'last week we offered a small trial. Answer this mail and we call you.',
      ['See the trial', 'trial'],
    ),
  },
];

/** By the name of the template they translate. */
export const translations: Readonly<Record<string, Values>> = {
  'First offer': {
    name: '首次优惠',
    language: 'zh-CN',
    subject: '给{{ contact.account.title | default: contact.name }}的一个建议',
    body: mail(
      '{{ contact.name }}，您好！',
      '像贵公司这样的企业常常从一次小型试用开始：四周、两台设备、无需付费。要为您安排吗？',
      ['了解试用', 'trial'],
    ),
  },
  'Trial plan': {
    name: '试用安排',
    language: 'zh-CN',
    subject: '您的四周 Lumen 试用',
    body: mail(
      '{{ contact.name }}，很高兴收到您的回应',
      '试用安排如下：我们送来两台设备，由您测量，四周后一起查看数据。',
      ['选择日期', 'trial/day'],
    ),
  },
  Reminder: {
    name: '试用提醒',
    language: 'zh-CN',
    subject: '还有兴趣试用吗？',
    body: mail('{{ contact.name }}，您好！', '上周我们向您提议了一次小型试用。回复此邮件，我们会致电给您。', [
      '了解试用',
      'trial',
    ]),
  },
};
