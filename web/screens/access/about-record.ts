/** What the page of a record loads when somebody shares it, or asks why it is seen. */
import './texts.ts';
export { RlShareDialog } from './rl-share-dialog.ts';
export { RlWhyDialog } from './rl-why-dialog.ts';
