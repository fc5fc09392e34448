import type { ForeignKey } from './foreign-authority.ts';

export type Producer =
  | 'pdfbox'
  | 'itext'
  /** Its placeholder with a CMS of OpenSSL, or of GnuTLS. */
  | 'signpdf'
  | 'gnutls'
  | 'libpdf'
  | 'podofo'
  | 'poppler'
  | 'mutool'
  | 'libreoffice';

/** How the file itself is written before it is signed. */
export type Layout = 'table' | 'stream' | 'linearised' | 'linearised stream' | 'signed in place';

/** One way to sign that the standards know, and who makes it. */
export interface Form {
  name: string;
  key: ForeignKey;
  hash: 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512';
  isPss?: boolean;
  /** Signer named by subject key identifier (RFC 5652, 5.3). */
  byKeyIdentifier?: boolean;
  /** Without signed attributes (RFC 5652, 5.4). */
  isBare?: boolean;
  /** With ESSCertIDv2, as PAdES wants it. */
  isBaseline?: boolean;
  /** How often, one after another. */
  times?: number;
  /** A timestamp of the signature inside it, or one of the document as a further signature (RFC 3161). */
  timestamp?: 'signature' | 'document';
  by: Producer[];
  layouts: Layout[];
}

const BOTH: Layout[] = ['table', 'stream'];
const TABLE: Layout[] = ['table'];

export const FORMS: Form[] = [
  {
    name: 'RSA, SHA-256',
    key: 'rsa',
    hash: 'SHA256',
    by: ['pdfbox', 'itext', 'signpdf', 'poppler', 'gnutls', 'libreoffice'],
    layouts: TABLE,
  },
  {
    name: 'RSA, SHA-384',
    key: 'rsa',
    hash: 'SHA384',
    by: ['pdfbox', 'itext', 'signpdf', 'podofo', 'gnutls'],
    layouts: TABLE,
  },
  {
    name: 'RSA, SHA-512',
    key: 'rsa',
    hash: 'SHA512',
    by: ['pdfbox', 'itext', 'signpdf', 'podofo'],
    layouts: TABLE,
  },
  {
    name: 'RSA, PAdES',
    key: 'rsa',
    hash: 'SHA256',
    isBaseline: true,
    by: ['pdfbox', 'itext', 'signpdf', 'libpdf'],
    layouts: TABLE,
  },
  {
    name: 'PSS, SHA-256',
    key: 'rsa',
    hash: 'SHA256',
    isPss: true,
    isBaseline: true,
    by: ['pdfbox', 'signpdf'],
    layouts: TABLE,
  },
  {
    name: 'PSS, SHA-384',
    key: 'rsa',
    hash: 'SHA384',
    isPss: true,
    isBaseline: true,
    by: ['pdfbox', 'signpdf'],
    layouts: TABLE,
  },
  {
    name: 'PSS, SHA-512',
    key: 'rsa',
    hash: 'SHA512',
    isPss: true,
    isBaseline: true,
    by: ['pdfbox', 'signpdf'],
    layouts: TABLE,
  },
  {
    name: 'ECDSA P-256',
    key: 'p256',
    hash: 'SHA256',
    isBaseline: true,
    by: ['pdfbox', 'itext', 'signpdf', 'libpdf'],
    layouts: TABLE,
  },
  {
    name: 'ECDSA P-384',
    key: 'p384',
    hash: 'SHA384',
    isBaseline: true,
    by: ['pdfbox', 'itext', 'signpdf', 'libpdf'],
    layouts: TABLE,
  },
  {
    name: 'ECDSA P-521',
    key: 'p521',
    hash: 'SHA512',
    isBaseline: true,
    by: ['pdfbox', 'itext', 'signpdf', 'libpdf'],
    layouts: TABLE,
  },
  {
    name: 'Ed25519',
    key: 'ed25519',
    hash: 'SHA512',
    isBaseline: true,
    by: ['pdfbox'],
    layouts: TABLE,
  },
  {
    name: 'Ed25519, no signing-certificate',
    key: 'ed25519',
    hash: 'SHA512',
    by: ['pdfbox', 'gnutls'],
    layouts: TABLE,
  },
  {
    name: 'Ed25519, no signed attributes',
    key: 'ed25519',
    hash: 'SHA512',
    isBare: true,
    by: ['pdfbox', 'gnutls'],
    layouts: TABLE,
  },
  {
    name: 'RSA, SHA-1',
    key: 'rsa',
    hash: 'SHA1',
    by: ['pdfbox', 'signpdf', 'mutool'],
    layouts: TABLE,
  },
  {
    name: 'signature timestamp',
    key: 'rsa',
    hash: 'SHA256',
    isBaseline: true,
    timestamp: 'signature',
    by: ['pdfbox', 'itext', 'libpdf'],
    layouts: BOTH,
  },
  {
    name: 'document timestamp',
    key: 'rsa',
    hash: 'SHA256',
    isBaseline: true,
    timestamp: 'document',
    by: ['pdfbox', 'itext', 'libpdf'],
    layouts: BOTH,
  },
  {
    name: 'key identifier',
    key: 'rsa',
    hash: 'SHA256',
    byKeyIdentifier: true,
    isBaseline: true,
    by: ['pdfbox', 'signpdf'],
    layouts: TABLE,
  },
  {
    name: 'no signed attributes',
    key: 'rsa',
    hash: 'SHA256',
    isBare: true,
    by: ['pdfbox', 'signpdf'],
    layouts: TABLE,
  },
  {
    name: 'several signatures',
    key: 'rsa',
    hash: 'SHA256',
    isBaseline: true,
    times: 2,
    by: ['pdfbox', 'itext', 'libpdf'],
    layouts: BOTH,
  },
  {
    name: 'object streams',
    key: 'rsa',
    hash: 'SHA256',
    isBaseline: true,
    by: ['pdfbox', 'itext', 'libpdf'],
    layouts: ['stream'],
  },
  {
    name: 'linearised',
    key: 'rsa',
    hash: 'SHA256',
    isBaseline: true,
    by: ['pdfbox', 'itext', 'libpdf', 'poppler', 'podofo'],
    layouts: ['linearised'],
  },
  {
    name: 'linearised, object streams',
    key: 'rsa',
    hash: 'SHA256',
    isBaseline: true,
    by: ['pdfbox', 'itext', 'libpdf'],
    layouts: ['linearised stream'],
  },
  {
    name: 'linearised, one revision',
    key: 'rsa',
    hash: 'SHA256',
    isBaseline: true,
    by: ['signpdf', 'itext'],
    layouts: ['signed in place'],
  },
];
