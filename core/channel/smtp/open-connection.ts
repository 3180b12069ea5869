/** Connected, secured and signed in by nodemailer; what is sent then is the dialogue's. */
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { createDialogue, type Dialogue } from './dialogue.ts';

export interface OpenConnection extends Dialogue {
  close(): void;
}

/** `smtp://user:password@host:port`, or `smtps://`; `onLost` when it ends, however that is. */
export async function openConnection(url: string, onLost: () => void): Promise<OpenConnection> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection(options);
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The mail server ended the connection.')));
    connection.connect((error) => {
      if (error) return reject(error);
      if (!connection.allowsAuth || !auth?.user) return resolve();
      const credentials = { user: String(auth.user), pass: String(auth.pass ?? '') };
      connection.login({ credentials }, (refused) => (refused ? reject(refused) : resolve()));
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
