import type { Rule } from './rule.ts';

/** Enhanced status codes, class left out: of the sender's address, whatever words stand beside them. */
export const CODES_OF_THE_SENDER: Rule[] = [
  { pattern: /^1\.[78]$/, cause: 'ourselves', source: 'RFC 3463, 3.2: the sender’s address' },
];

/** Those that say one thing wherever they are used. */
export const SPECIFIC_CODES: Rule[] = [
  { pattern: /^1\.[1236]$/, cause: 'recipient', source: 'RFC 3463, 3.2' },
  { pattern: /^1\.10$/, cause: 'recipient', source: 'RFC 7505, 4.2; Exchange: RecipientNotFound' },
  { pattern: /^1\.(11|351)$/, cause: 'recipient', source: 'Exchange Online, list of NDR codes' },
  { pattern: /^4\.4$/, cause: 'recipient', source: 'RFC 3463, 3.5; Postfix: no such domain' },
  { pattern: /^4\.310$/, cause: 'recipient', source: 'Exchange Online: DNS domain does not exist' },
  { pattern: /^7\.1[78]$/, cause: 'recipient', source: 'RFC 7293, 5: mailbox has another owner' },
  { pattern: /^2\.2$/, cause: 'mailbox-full', source: 'RFC 3463, 3.3' },
  { pattern: /^(2\.3|3\.4|7\.16)$/, cause: 'too-large', source: 'RFC 3463, 3.3 and 3.4; RFC 6710' },
  {
    pattern: /^7\.(8|9|1[1-3]|2[0-79]|5[17]|64|509|511|60\d|6[1-4]\d|7\d\d|750)$/,
    cause: 'ourselves',
    source: 'RFC 4954, 7372, 7505, 8617; Exchange Online, list of NDR codes',
  },
  {
    pattern: /^(5\.3|7\.28|7\.50[18]|1\.90|2\.12[12])$/,
    cause: 'rate',
    source: 'RFC 3463, 3.6; Exchange Online',
  },
  { pattern: /^[67]\.\d+$/, cause: 'policy', source: 'RFC 3463, 3.7 and 3.8' },
  { pattern: /^1\.4$/, cause: 'unknown', source: 'RFC 3463, 3.2: ambiguous' },
  { pattern: /^2\.4$/, cause: 'unknown', source: 'RFC 3463, 3.3: a list could not be expanded' },
  {
    pattern: /^(3\.[1235]|4\.[1235-9]|4\.\d\d+)$/,
    cause: 'temporary',
    source: 'RFC 3463, 3.4 and 3.5',
  },
];

/** Codes that servers give for many things: asked last, after all words. */
export const GENERAL_CODES: Rule[] = [
  { pattern: /^1\.0$/, cause: 'recipient', source: 'RFC 3463, 3.2: some fault of the address' },
  { pattern: /^2\.1$/, cause: 'recipient', source: 'RFC 3463, 3.3: disabled, not accepting' },
];
