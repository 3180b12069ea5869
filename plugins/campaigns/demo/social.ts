import type { DemoServices, Values } from '../../../core/index.ts';

/** Of names that lead nowhere: nothing of the sample data is ever sent. */
const accounts: readonly Values[] = [
  {
    ...{ name: 'Lumen', network: 'mastodon', language: 'en' },
    ...{ address: 'https://social.lumen.example', token: 'opens nothing' },
  },
  { name: 'Lumen 中国', network: 'webhook', language: 'zh-CN', address: 'https://hooks.lumen.example/posts' },
];

const day = 86_400_000;
const loan = 'https://lumen.example/loan';

/** Posts of a campaign: one that is out, two that wait for their time, and one that is being written. */
export async function createSocial(
  services: DemoServices,
  { campaign, marketer }: { campaign: string; marketer: DemoServices },
): Promise<void> {
  const [global = '', china = ''] = await marketer.create('social-account', accounts);
  const at = (days: number): string => new Date(services.now + days * day).toISOString();
  const [out = '', loans = '', launch = '', story = ''] = await marketer.create('social-post', [
    {
      ...{ name: 'One device on loan', campaign, link: loan },
      ...{ status: 'posted', plannedFor: at(-6), postedAt: at(-6) },
      text: 'Four weeks with a Lumen on your own desk. Send it back, or keep it: you decide afterwards.',
    },
    {
      ...{ name: 'Six devices left', campaign, link: loan, plannedFor: at(16) },
      text: 'Six devices are left for a trial this month. Tell us where yours is to go.',
    },
    { name: 'Launch day', plannedFor: at(24), text: 'The Lumen 40 is here.' },
    {
      ...{ name: 'What a workshop found out', campaign, plannedFor: at(6) },
      text: 'A joiner’s workshop tried one for four weeks. They kept it for the evenings: less glare, and no shadow where the hand works.',
    },
  ]);
  await marketer.create('social-target', [
    {
      ...{ post: out, account: global, name: 'Lumen', state: 'posted', postedAt: at(-6) },
      ...{ likes: 41, shares: 9, replies: 5, link: 'https://social.lumen.example/@lumen/1' },
    },
    { post: loans, account: global, name: 'Lumen' },
    { post: loans, account: china, name: 'Lumen 中国', text: '本月还有六台设备可供试用。告诉我们寄往何处。' },
    { post: launch, account: global, name: 'Lumen' },
    { post: story, account: global, name: 'Lumen' },
  ]);
  await marketer.as({ startsFlows: true }).update(
    'social-post',
    [loans, launch].map((id) => ({ id, values: { status: 'planned' } })),
  );
}
