/** Outgoing HTTP that refuses private addresses, checked on the very address the socket connects to. */
import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** RFC 6890 special-purpose blocks, and what else never is a service of the public internet. */
const privateBlocks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  privateBlocks.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateBlocks.addSubnet(network, prefix, 'ipv6');

export class AddressRefused extends Error {}

export interface OutgoingRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  signal: AbortSignal;
  /** Host names that may resolve to private addresses. */
  allowedHosts: readonly string[];
}

export interface OutgoingAnswer {
  status: number;
  body: string;
}

/** Longest answer kept, in bytes; the rest is an error. */
const largestAnswer = 1024 * 1024;
const timeoutMilliseconds = 20_000;

/** Does not follow redirects: they would escape the check. */
export function sendOutgoing(input: OutgoingRequest): Promise<OutgoingAnswer> {
  const url = new URL(input.url);
  const isAllowed = input.allowedHosts.includes(url.hostname);
  const literal = url.hostname.replaceAll(/^\[|\]$/g, '');
  if (!isAllowed && isIP(literal) && isPrivate(literal))
    return Promise.reject(new AddressRefused(url.hostname));
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: input.method,
        headers: input.headers,
        signal: input.signal,
        timeout: timeoutMilliseconds,
        lookup: isAllowed ? undefined : publicLookup,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > largestAnswer) request.destroy(new Error('The answer is larger than 1 MB.'));
          else chunks.push(chunk);
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
        answer.on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error('No answer within 20 seconds.')));
    request.on('error', reject);
    request.end(input.body);
  });
}

export const isPrivate = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return privateBlocks.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
};

const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0);
    if (addresses.some((found) => isPrivate(found.address)))
      return callback(new AddressRefused(hostname), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};
