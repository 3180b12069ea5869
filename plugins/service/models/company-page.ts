import { publicPage, type PluginServices } from '../../../core/index.ts';

/** A page for customers, with the company's name above. */
export const page = async (
  services: PluginServices,
  content: Parameters<typeof publicPage>[0],
): Promise<Response> => publicPage({ ...content, company: (await services.company()).name });
