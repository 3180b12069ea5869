import type { Meta } from '../../data/meta.ts';

/** From the designer to the frame that shows the screen. */
export interface PreviewMessage {
  type: 'rl-preview';
  meta: Meta;
  screen: string;
  record: string | undefined;
  /** Through whose eyes, where not one's own. */
  role: string | undefined;
  /** It may be used, instead of only looked at. */
  isTrying: boolean;
  /** The part that is to be seen. */
  reveal: string | undefined;
}

/** From the frame, once it can show something. */
export interface PreviewReady {
  type: 'rl-preview-ready';
}
