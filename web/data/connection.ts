/** Whether the server answers. The banner listens; a probe asks until it does. */
export const connection = new EventTarget();

let isReachable = true;
let probe: ReturnType<typeof setTimeout> | undefined;

export const reachable = (): boolean => isReachable;

export function reportReachable(now: boolean): void {
  if (now === isReachable) return;
  isReachable = now;
  connection.dispatchEvent(new Event('change'));
  if (!now) scheduleProbe(1500);
}

/** Asks at once, for the banner's button. */
export async function probeNow(): Promise<boolean> {
  clearTimeout(probe);
  const isReady = await fetch('/readyz')
    .then((response) => response.ok)
    .catch(() => false);
  if (isReady) reportReachable(true);
  else scheduleProbe(3000);
  return isReady;
}

function scheduleProbe(delay: number): void {
  clearTimeout(probe);
  probe = setTimeout(() => void probeNow(), delay);
}
