import type { ReceivedMail } from './received-mail.ts';

const ADDRESS =
  /(?<![\p{L}\d.!#$%&*+/=?^_`{|}~-])[\p{L}\d.!#$%&*+/=?^_`{|}~-]{1,200}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/giu;
/** Exim, Postfix, Sendmail: whose forward it was, behind the address that failed. */
const ORIGIN = /\((generated|expanded) from:?[^)]*\)/giu;
const ORIGIN_OF =
  /([^\s<>"']{1,200}@[^\s<>"']{1,200})>?:?\s+\((?:generated|expanded) from:?\s+<?([^\s<>)]+)>?\)/giu;
const AT_START = /^[\s"'<*•-]*(?:to:|rcpt to:|recipient:)?\s*[<"']*$/iu;
const OF_A_SERVER = /^(mailer-?daemon|postmaster|abuse|no-?reply|support|helpdesk|admin|root)@/i;

/**
 * The address that a report in words says it could not reach. Of several it is the one we wrote to, or
 * the first that begins a line.
 */
export function failedAddressIn(mail: ReceivedMail, writtenTo?: string): string | undefined {
  const named = addressesIn(mail.header('x-failed-recipients')).map(({ address }) => address);
  const found = addressesIn(mail.text.replace(ORIGIN, '')).filter(
    ({ address }) => !OF_A_SERVER.test(address) && !mail.sentTo.includes(address),
  );
  const leading = found.filter(({ before }) => AT_START.test(before)).map(({ address }) => address);
  const all = found.map(({ address }) => address);
  for (const candidates of [named, leading, all]) {
    const ours = candidates.find((address) => isSameMailbox(address, writtenTo));
    if (writtenTo && ours) return ours;
    if (candidates.length > 0 && candidates !== all) return candidates[0];
  }
  return all[0];
}

/** Exim and Postfix keep the address they were given in the fields; what it became stands in the text. */
export function becameOf(address: string, text: string): string {
  const found = [...text.matchAll(ORIGIN_OF)].find(([, , from]) => isSameMailbox(from!, address));
  return found ? found[1]!.toLowerCase() : address;
}

function addressesIn(text: string): { address: string; before: string }[] {
  return [...text.matchAll(ADDRESS)].map((found) => ({
    address: found[0].toLowerCase().replace(/\.+$/, ''),
    before: text.slice(text.lastIndexOf('\n', found.index) + 1, found.index),
  }));
}

/** The same but for case, `+detail` and the name of a server within the same domain. */
export function isSameMailbox(one: string, other: string | undefined): boolean {
  if (!other) return true;
  const [[local, domain], [otherLocal, otherDomain]] = [partsOf(one), partsOf(other)];
  if (local !== otherLocal) return false;
  return (
    domain === otherDomain ||
    domain.endsWith(`.${otherDomain}`) ||
    otherDomain.endsWith(`.${domain}`)
  );
}

function partsOf(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  const name = address.slice(0, at).toLowerCase().split('+')[0]!;
  return [name, address.slice(at + 1).toLowerCase()];
}
