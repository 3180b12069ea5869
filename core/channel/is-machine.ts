/**
 * Whether a request for a link of a mail comes from a machine: scanners of mail gateways follow every link the moment
 * a mail arrives, previews and prefetching ask without anybody looking.
 */
const machines =
  /bot|crawl|spider|slurp|preview|prefetch|scan|monitor|curl|wget|python|java\/|go-http|okhttp|headless|barracuda|mimecast|proofpoint|safelinks/i;

/** Nobody reads this fast, in milliseconds after the mail was handed over. */
const fastest = 1_500;

export function isMachine(request: Request, sinceSent: number | null): boolean {
  const { headers, method } = request;
  const agent = headers.get('user-agent') ?? '';
  const purpose = `${headers.get('purpose') ?? ''} ${headers.get('sec-purpose') ?? ''} ${headers.get('x-moz') ?? ''}`;
  return (
    method !== 'GET' ||
    agent === '' ||
    machines.test(agent) ||
    /prefetch|preview/i.test(purpose) ||
    (sinceSent !== null && sinceSent < fastest)
  );
}
