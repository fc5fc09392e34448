import { isIP } from 'node:net';

/**
 * Whom an address stands for when tries are counted: an IPv4 address, or the /64 that one subscriber
 * of IPv6 has at least (RFC 6177), out of which he may take an address for every try.
 */
export const networkOf = (address: string): string => prefixOf(address, 4, 4);

/** What one subscriber can have at most without trouble: a /24 of IPv4, a /48 of IPv6. */
export const neighbourhoodOf = (address: string): string => prefixOf(address, 3, 3);

function prefixOf(address: string, bytes: number, groups: number): string {
  const plain = plainAddress(address);
  if (isIP(plain) === 4) return plain.split('.').slice(0, bytes).join('.');
  if (isIP(plain) === 6) return `${groupsOf(plain).slice(0, groups).join(':')}::`;
  return plain;
}

/** Some proxies write `192.0.2.1:4711`, and a socket for both families `::ffff:192.0.2.1`. */
function plainAddress(address: string): string {
  const bare = address
    .replace(/%.*$/, '')
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (isIP(bare) !== 6) return bare;
  const groups = groupsOf(bare);
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return bare;
  const [high, low] = groups.slice(6).map((group) => parseInt(group, 16)) as [number, number];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address, as RFC 5952 writes each. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  return [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
}
