/** What a social network is to campaigns. A plugin that uses this one brings another by `offers: { [socialPlace]: [adapter] }`. */
import type {
  Attachment,
  Delivery,
  Locale,
  OutgoingAnswer,
  OutgoingRequest,
} from '../../../../core/index.ts';

/** Where plugins bring adapters: `offers: { [socialPlace]: [adapter] }`. */
export const socialPlace = 'campaigns.social';

export interface SocialAdapter {
  /** As accounts name it; one that another plugin brings stands in `adapter` of an account of an “other” network. */
  network: string;
  /** Its own name, which is the same in every language. */
  label: string;
  limits: SocialLimits;
  /** What an account cannot do without. */
  needs: readonly ('address' | 'token')[];
  /**
   * Puts a post there, once for one idempotency key. Answers `isFinal` where trying again is of no use, with a `detail`
   * that its owner reads. Absent: the post goes to the account's address by the channel `webhook`.
   */
  post?(post: SocialMessage, way: SocialWay): Promise<Delivery>;
  /** Takes down what was posted, by the id that posting answered; throws where the network did not. */
  remove?(id: string, way: SocialWay): Promise<void>;
  /** What people did with it. */
  reactions?(id: string, way: SocialWay): Promise<SocialReactions>;
}

export interface SocialLimits {
  /** As people count: what stands as one sign is one. */
  characters: number;
  /** What every link counts as, where the network shortens them. */
  linkCharacters?: number;
  pictures: number;
  pictureTypes: readonly string[];
  pictureBytes: number;
}

export interface SocialMessage {
  /** With its link. */
  text: string;
  /** Named by what they show, for people who do not see them. */
  pictures: readonly Attachment[];
  language?: Locale;
}

/** The account, and the way to its network: private addresses are refused, and nothing leaves on trial. */
export interface SocialWay {
  address: string;
  token: string;
  idempotencyKey: string;
  request(input: Omit<OutgoingRequest, 'signal' | 'allowedHosts'>): Promise<OutgoingAnswer>;
}

export interface SocialReactions {
  likes: number;
  shares: number;
  replies: number;
}
