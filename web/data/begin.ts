import { api } from './client.ts';

export interface Beginning {
  /** False once nothing needed is left, and for who put it away. */
  isOpen: boolean;
  items: { id: string; icon: string; href: string; title: string; help: string; isDone: boolean }[];
}

export const readBegin = (): Promise<Beginning> => api.get<Beginning>('/api/begin');
