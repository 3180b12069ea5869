import { api } from './client.ts';

export interface TemplateQuestion {
  subject: string;
  body: string;
  about?: { entity: string; id: string };
}

export interface TemplatePreview {
  subject: string;
  html: string;
  text: string;
  /** A sentence for each field that it names and no customer has. */
  unfilled: string[];
}

export const previewTemplate = (question: TemplateQuestion): Promise<TemplatePreview> =>
  api.post('/api/templates/preview', question);

/** To oneself; answers to which address. */
export const testTemplate = (question: TemplateQuestion): Promise<{ id: string; to: string }> =>
  api.post('/api/templates/test', question);
