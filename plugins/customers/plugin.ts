import { definePlugin } from '../../core/index.ts';
import { demo } from './demo/demo.ts';
import { account } from './entities/account.ts';
import { contact } from './entities/contact.ts';
import { keeper } from './roles/keeper.ts';
import { reader } from './roles/reader.ts';
import { accountList } from './screens/account-list.ts';
import { accountRecord } from './screens/account-record.ts';
import { contactList } from './screens/contact-list.ts';
import { contactRecord } from './screens/contact-record.ts';

/** Who we do business with: companies, as a tree, and the people in them. */
export const customers = definePlugin({
  id: 'customers',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  entities: [account, contact],
  starters: 'starters/*.bpmn',
  screens: [accountList, accountRecord, contactList, contactRecord],
  roles: [reader, keeper],
  begin: [{ id: 'import', icon: 'upload', href: '/import/account', entity: 'account' }],
  demo,
});
