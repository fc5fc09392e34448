/** The addresses a refusal may name. */
export interface Parties {
  /** Whom the mail was for, where that is known. */
  recipient?: string | undefined;
  /** From whom it was: envelope sender and author. */
  senders?: string[] | undefined;
  /** The server refused before it was told whom the mail is for. */
  isBeforeRecipient?: boolean | undefined;
}

const ADDRESS =
  /(?<![\p{L}\d.!#$%&*+/=?^_`{|}~-])[\p{L}\d.!#$%&*+/=?^_`{|}~-]{1,200}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})*/giu;

const IP =
  /\[?\b\d{1,3}(?:\.\d{1,3}){3}\b\]?|\[?(?:IPv6:)?[\da-f]{1,4}(?::[\da-f]{0,4}){3,7}\]?/giu;

const HOST = /(?<![\w.-])(?:[\p{L}\d_-]{1,63}\.){1,9}(?=[\d-]{0,20}\p{L})[\p{L}\d-]{2,63}\b/giu;

/** A text with its addresses and hosts replaced by whose they are. */
export function mask(text: string, { recipient, senders = [] }: Parties): string {
  const own = senders.map((address) => address.toLowerCase());
  const domains = own.map(domainOf).filter((domain) => domain !== domainOf(recipient ?? ''));
  return text
    .replace(ADDRESS, (address) => {
      const name = address.toLowerCase().replace(/^[=<]+|[.>]+$/g, '');
      if (recipient && localOf(name) === localOf(recipient)) return '‹recipient›';
      if (own.includes(name) || domains.includes(domainOf(name))) return '‹sender›';
      return recipient ? '‹other›' : '‹address›';
    })
    .replace(IP, (found) => (/\.|:.*:.*:/.test(found) ? '‹ip›' : found))
    .replace(HOST, (host) => (domains.includes(host.toLowerCase()) ? '‹sender›' : '‹host›'));
}

const localOf = (address: string) => address.toLowerCase().split('@')[0];
const domainOf = (address: string) => address.toLowerCase().split('@').at(-1)!;
