/** Connected, secured and signed in by nodemailer; what is sent then is the dialogue's. */
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { MailTokens } from '../oauth/mail-tokens.ts';
import { createDialogue, type Dialogue } from './dialogue.ts';

export interface OpenConnection extends Dialogue {
  close(): void;
}

interface Opening {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  url: string;
  /** Where the address has a user and no password. */
  tokens: MailTokens | undefined;
  /** When it ends, however that is. */
  onLost(): void;
}

export async function openConnection({ url, tokens, onLost }: Opening): Promise<OpenConnection> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection(options);
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The mail server ended the connection.')));
    connection.connect((error) => {
      if (error) return reject(error);
      if (!connection.allowsAuth || !auth?.user) return resolve();
      const user = String(auth.user);
      const signIn =
        tokens && !auth.pass
          ? { user, oauth2: withToken(user, tokens) }
          : { credentials: { user, pass: String(auth.pass ?? '') } };
      connection.login(signIn, (refused) => (refused ? reject(refused) : resolve()));
    });
  }).catch((error: unknown) => {
    connection.on('error', () => {});
    connection.close();
    throw error;
  });
  // Only its type says that it may not be there, and only its name that it is not for others.
  const socket = connection['_socket'];
  if (!socket) throw new Error('The mail server ended the connection.');
  // From here on the answers are ours; timeouts and ends stay with nodemailer.
  socket.removeAllListeners('data');
  const dialogue = createDialogue(socket);
  const lose = (reason: string): void => {
    dialogue.lose(reason);
    onLost();
  };
  connection.removeAllListeners('end');
  connection.on('error', (error: Error) => lose(error.message));
  connection.on('end', () => lose('The mail server ended the connection.'));
  await dialogue.greet(connection.name);
  return { ...dialogue, close: () => connection.close() };
}

/** A token that the mail server refused is replaced once: somebody may have taken it back before its time. */
function withToken(user: string, tokens: MailTokens): XOAuth2 {
  let last: string | undefined;
  return new XOAuth2({
    user,
    provisionCallback: (_user, isRefused, give) => {
      tokens(isRefused ? last : undefined).then(
        (token) => give(null, (last = token)),
        (error: unknown) => give(error instanceof Error ? error : new Error(String(error)), ''),
      );
    },
  });
}
