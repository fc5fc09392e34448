import { type ListOrder, point } from './producers/openssl-list.ts';

export type Made = Omit<ListOrder, 'certificate' | 'key'> & { by?: 'middle' | 'root' | 'namesake' };

const DELTA_TO_5 = '2.5.29.27=critical,DER:02:01:05';
const HOLD: Made['revoked'] = [['07', 'certificateHold']];
const STOLEN: Made['revoked'] = [['07', 'keyCompromise']];
const LET_GO: Made['revoked'] = [['07', 'removeFromCRL']];

/** Where the certificate “with-point” says that lists about it are. */
export const ADDRESS = 'http://vi-du.invalid/thu-hoi.crl';

const BY_ROOT = { by: 'root' } as const;

/** More than asn1js reads as one structure. */
const MANY: Made['revoked'] = Array.from({ length: 12_000 }, (_, at) => [
  (0x1000 + at).toString(16).toUpperCase(),
  'superseded',
]);

/** Which lists there are about a certificate, and what they say of it: its status, or what lacks. */
export const CASES: [title: string, about: string, lists: Made[], says: string][] = [
  ['a complete one is silent', 'signer', [{}], 'good'],
  ['a complete one names the certificate', 'signer', [{ revoked: STOLEN }], 'revoked'],
  ['another number is named', 'signer', [{ revoked: [['08', 'keyCompromise']] }], 'good'],
  ['thousands of others are named', 'signer', [{ revoked: MANY }], 'good'],
  [
    'it is named after thousands',
    'signer',
    [{ revoked: [...MANY, ['07', 'keyCompromise']] }],
    'revoked',
  ],
  ['there is none', 'signer', [], 'list'],
  ['of users, about a user', 'signer', [{ extensions: point('onlyuser=TRUE') }], 'good'],
  [
    'of users, about an authority',
    'middle',
    [{ ...BY_ROOT, extensions: point('onlyuser=TRUE') }],
    'scope',
  ],
  [
    'of users, naming an authority',
    'middle',
    [{ ...BY_ROOT, extensions: point('onlyuser=TRUE'), revoked: STOLEN }],
    'scope',
  ],
  [
    'of authorities, about one',
    'middle',
    [{ ...BY_ROOT, extensions: point('onlyCA=TRUE') }],
    'good',
  ],
  ['of authorities, about a user', 'signer', [{ extensions: point('onlyCA=TRUE') }], 'scope'],
  [
    'of authorities, naming a user',
    'signer',
    [{ extensions: point('onlyCA=TRUE'), revoked: STOLEN }],
    'scope',
  ],
  ['of attribute certificates', 'signer', [{ extensions: point('onlyAA=TRUE') }], 'scope'],
  [
    'for some reasons, silent',
    'signer',
    [{ extensions: point('onlysomereasons=keyCompromise') }],
    'scope',
  ],
  [
    'for some reasons, naming it',
    'signer',
    [{ extensions: point('onlysomereasons=keyCompromise'), revoked: STOLEN }],
    'revoked',
  ],
  [
    'for some reasons, beside a complete one',
    'signer',
    [{ extensions: point('onlysomereasons=keyCompromise') }, {}],
    'good',
  ],
  [
    'of a point the certificate names',
    'with-point',
    [{ extensions: point(`fullname=URI:${ADDRESS}`) }],
    'good',
  ],
  [
    'of a point the certificate does not name',
    'with-point',
    [{ extensions: point('fullname=URI:http://vi-du.invalid/khac.crl') }],
    'scope',
  ],
  [
    'of a point, and the certificate names none',
    'signer',
    [{ extensions: point(`fullname=URI:${ADDRESS}`) }],
    'scope',
  ],
  ['a delta alone is silent', 'signer', [{ extensions: DELTA_TO_5 }], 'scope'],
  [
    'a delta alone names it',
    'signer',
    [{ extensions: DELTA_TO_5, revoked: STOLEN, number: '06' }],
    'revoked',
  ],
  [
    'a delta is silent upon a complete one',
    'signer',
    [{}, { extensions: DELTA_TO_5, number: '06' }],
    'good',
  ],
  ['a complete one holds it', 'signer', [{ revoked: HOLD }], 'revoked'],
  [
    'a delta lets go what the complete one holds',
    'signer',
    [{ revoked: HOLD }, { extensions: DELTA_TO_5, revoked: LET_GO, number: '06' }],
    'good',
  ],
  [
    'a delta to an older one lets nothing go that was stolen',
    'signer',
    [{ revoked: STOLEN }, { extensions: DELTA_TO_5, revoked: LET_GO, number: '06' }],
    'revoked',
  ],
  [
    'a complete one has ended',
    'signer',
    [{ from: '20250101000000Z', until: '20250201000000Z' }],
    'current-list',
  ],
  [
    'one that has ended names it',
    'signer',
    [{ from: '20250101000000Z', until: '20250201000000Z', revoked: STOLEN }],
    'revoked',
  ],
  ['of the authority above', 'signer', [{ by: 'root', revoked: STOLEN }], 'list'],
  ['of a namesake with another key', 'signer', [{ by: 'namesake', revoked: STOLEN }], 'list'],
  [
    'with a critical rule nobody here knows',
    'signer',
    [{ extensions: '1.2.3.4=critical,DER:05:00' }],
    'scope',
  ],
  ['indirect, silent', 'signer', [{ extensions: point('indirectCRL=TRUE') }], 'good'],
];
