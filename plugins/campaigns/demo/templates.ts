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

/** Two mails in the company's voice. */
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
];
