/** What plugins that list `customers` in `uses` may call and extend. */
export { sectors, type Account } from './entities/account.ts';
export type { Contact } from './entities/contact.ts';
export { contactByEmail } from './models/contact-by-email.ts';
export { reading as readingCustomers } from './roles/reader.ts';
