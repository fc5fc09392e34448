import { lookup as resolve, type LookupAddress } from 'node:dns';
import { lookup as resolveNow } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** What is not the public Internet (IANA special-purpose registries). */
const SPECIAL: [string, number][] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
  ] as [string, number][]),
];

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(ranges: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, family(address));
  return list;
}

/**
 * Keeps our requests from the machines behind our own wall: only public addresses are connected to,
 * and those private ranges that the installation names. The address that was judged is the one that
 * is connected to, so a name that changes its mind in between gains nothing.
 */
export class AddressGuard {
  private readonly special = listOf(SPECIAL);
  private readonly named: BlockList;

  /** `named` are ranges such as `10.20.0.0/16`, or single addresses. */
  constructor(named: string[]) {
    this.named = listOf(
      named.map((range) => {
        const [address, prefix] = range.split('/');
        return [address!, Number(prefix ?? (isIP(address!) === 6 ? 128 : 32))];
      }),
    );
  }

  /** Without TLS only the named ranges are reached. */
  allows(address: string, isEncrypted: boolean): boolean {
    const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
    if (this.named.check(plain, family(plain))) return true;
    return isEncrypted && !this.special.check(plain, family(plain));
  }

  /**
   * An address this URL leads to now and may not; none for a name that DNS does not know yet. Asked
   * when the URL is set, so that somebody is told; `lookup` decides each time something is sent.
   */
  async forbidden({ protocol, hostname }: URL): Promise<string | undefined> {
    const isEncrypted = protocol === 'https:';
    const host = hostname.replace(/^\[|\]$/g, '');
    const found = isIP(host) ? [{ address: host }] : await addressesOf(host);
    return found.find(({ address }) => !this.allows(address, isEncrypted))?.address;
  }

  /** For `http.request`; an address in the URL itself is not looked up, so ask `allows` for it. */
  lookup(isEncrypted: boolean): LookupFunction {
    return (hostname, options, done) => {
      resolve(hostname, { ...options, all: true }, (error, found) => {
        if (error) return done(error, '', 0);
        const addresses = found as LookupAddress[];
        const bad = addresses.find(({ address }) => !this.allows(address, isEncrypted));
        if (bad || !addresses[0])
          return done(new ForbiddenAddress(bad?.address ?? hostname), '', 0);
        if (options.all) return done(null, addresses);
        return done(null, addresses[0].address, addresses[0].family);
      });
    };
  }
}

/** None where DNS does not know the name, or does not answer soon. */
function addressesOf(host: string): Promise<{ address: string }[]> {
  const found = resolveNow(host, { all: true }).catch(() => []);
  return Promise.race([found, after(5000, [], { ref: false })]);
}

export class ForbiddenAddress extends Error {
  constructor(address: string) {
    super(`${address} is not a public address, or not one this installation may send to.`);
  }
}
