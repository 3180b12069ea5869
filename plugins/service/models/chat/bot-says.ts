import { written, type PluginServices, type RecordService, type Locale } from '../../../../core/index.ts';
import { summary } from '../summary.ts';

interface Saying {
  ticket: string;
  text: string;
  locale: Locale;
  article?: string;
}

/** A line of the bot. Automatic: no promised time ends with it. */
export async function botSays(
  services: PluginServices,
  records: RecordService,
  { ticket, text, locale, article }: Saying,
): Promise<void> {
  written(
    await records.create('ticket-message', [
      {
        ...{ ticket, kind: 'outbound', text, summary: summary(text), isAutomatic: true },
        from: services.text(locale, 'service.chat.bot'),
        article: article ?? null,
        at: new Date(services.now()).toISOString(),
      },
    ]),
  );
}
