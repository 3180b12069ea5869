/** Links in messages by which people say what they want: leave one purpose, choose among all, confirm. */
import type { Links } from './signed-link.ts';

export interface Person {
  channel: string;
  address: string;
}

export interface WaysOut {
  leave(of: Person & { purpose: string }): string;
  preferences(of: Person): string;
  confirm(of: Person & { purposes: readonly string[]; source: string; shown: string }): string;
}

const day = 86_400_000;
/** A mail is found again after years, and its way out must still work. */
const leaveValid = 5 * 365 * day;
const preferencesValid = 365 * day;
const confirmValid = 7 * day;

export const createWaysOut = (links: Links, url: string): WaysOut => ({
  leave: ({ channel, address, purpose }) =>
    `${url}/unsubscribe/${links.sign('leave', { channel, address, purpose }, leaveValid)}`,
  preferences: ({ channel, address }) =>
    `${url}/preferences/${links.sign('preferences', { channel, address }, preferencesValid)}`,
  confirm: ({ channel, address, purposes, source, shown }) =>
    `${url}/confirm/${links.sign(
      'confirm',
      { channel, address, purposes: purposes.join(' '), source, shown },
      confirmValid,
    )}`,
});
