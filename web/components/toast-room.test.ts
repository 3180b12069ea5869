import type { ReactiveController } from 'lit';
import { afterAll, expect, test, vi } from 'vitest';
import { ToastRoom } from './toast-room.ts';

const said = new Map<string, string>();
vi.stubGlobal('document', {
  documentElement: {
    style: {
      setProperty: (name: string, value: string) => said.set(name, value),
      removeProperty: (name: string) => said.delete(name),
    },
  },
});
afterAll(() => vi.unstubAllGlobals());

test('toasts stand above a bar with buttons for as long as it is there', () => {
  let hasBar = false;
  const controllers: ReactiveController[] = [];
  const room = new ToastRoom(
    {
      addController: (one) => void controllers.push(one),
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    },
    () => hasBar,
  );
  expect(controllers).toEqual([room]);
  room.hostUpdated();
  expect(said.has('--rl-toast-bottom')).toBe(false);
  hasBar = true;
  room.hostUpdated();
  expect(said.get('--rl-toast-bottom')).toBe('72px');
  hasBar = false;
  room.hostUpdated();
  expect(said.size).toBe(0);
  hasBar = true;
  room.hostUpdated();
  room.hostDisconnected();
  expect(said.size).toBe(0);
});
