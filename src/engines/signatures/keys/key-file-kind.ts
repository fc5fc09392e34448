import { fromBER } from 'asn1js';
import { type Node, partsOf, tagOf } from './ber-nodes.ts';
import { unreadableWayIn } from './pkcs12-algorithms.ts';

/** What stands in a file that was given as PKCS#12, and what to do with it. */
export interface KeyFileFault {
  what: string;
  remedy: string;
}

export const EXPORT_AGAIN =
  'Xuất lại tệp .p12/.pfx từ phần mềm của nơi cấp chứng thư (mã hóa AES-256, MAC SHA-256).';
const JOIN =
  'Gộp khóa và chứng thư thành PKCS#12: openssl pkcs12 -export -inkey KHOA -in CHUNG-THU.pem -out khoa.p12';
const IMPORT_STORE =
  'Đổi sang PKCS#12: keytool -importkeystore -srckeystore TEP-CU -destkeystore khoa.p12 -deststoretype PKCS12';
const DECODE = 'Giải mã base64 trước: openssl base64 -d -A -in TEP -out khoa.p12';

/** First bytes, as `latin1`, of what is mistaken for a key file. */
const BEGINNINGS: [RegExp, string, string][] = [
  [/^$/, 'rỗng (0 byte)', 'Sao chép lại tệp từ bản gốc.'],
  [/^\xfe\xed\xfe\xed/, 'là kho khóa Java (JKS)', IMPORT_STORE],
  [/^\xce\xce\xce\xce/, 'là kho khóa Java (JCEKS)', `${IMPORT_STORE} -srcstoretype JCEKS`],
  [
    /^\0{3}.\0{3}/s,
    'là kho khóa BouncyCastle (BKS)',
    'Mở bằng KeyStore Explorer rồi đổi sang PKCS#12.',
  ],
  [/^PK\W/, 'là tệp nén', 'Giải nén rồi chỉ tới tệp .p12/.pfx ở trong.'],
  [/^%PDF/, 'là tệp PDF', 'Chỉ tới tệp .p12/.pfx.'],
  [/-----BEGIN PKCS12-----/, 'là PKCS#12 viết theo PEM', `Bỏ dòng đầu và dòng cuối. ${DECODE}`],
  [/-----BEGIN OPENSSH PRIVATE KEY-----/, 'là khóa OpenSSH, không có chứng thư số', EXPORT_AGAIN],
  [
    /-----BEGIN ENCRYPTED PRIVATE KEY-----/,
    'là khóa riêng PEM (PKCS#8 có mật khẩu), không phải PKCS#12',
    JOIN,
  ],
  [/-----BEGIN (?:\w+ )?PRIVATE KEY-----/, 'là khóa riêng PEM, không phải PKCS#12', JOIN],
  [/-----BEGIN (?:PKCS7|CMS)-----/, 'chỉ có chứng thư (PKCS#7), không có khóa riêng', EXPORT_AGAIN],
  [
    /-----BEGIN (?:\w+ )?CERTIFICATE(?: REQUEST)?-----/,
    'chỉ có chứng thư (PEM), không có khóa riêng',
    EXPORT_AGAIN,
  ],
  [/^MI[I-L][\w+/\r\n]+=*\s*$/, 'là PKCS#12 ở dạng chữ base64', DECODE],
];

/** Why no password opens this file; nothing when a password could. */
export function keyFileFault(file: Uint8Array): KeyFileFault | undefined {
  const text = Buffer.from(file).toString('latin1');
  for (const [beginning, what, remedy] of BEGINNINGS) {
    if (beginning.test(text)) return { what, remedy };
  }
  if (file[0] !== 0x30) return { what: 'không phải tệp khóa PKCS#12', remedy: EXPORT_AGAIN };
  const { offset, result } = fromBER(new Uint8Array(file));
  if (offset === -1) {
    return { what: 'bị hỏng hoặc bị cắt cụt', remedy: 'Sao chép lại tệp từ bản gốc.' };
  }
  const parts = partsOf(result);
  const other = otherKind(parts);
  if (other) return other;
  const what = unreadableWayIn(parts);
  return what === undefined ? undefined : { what, remedy: EXPORT_AGAIN };
}

/** What else begins as a sequence: told apart by its first parts (RFC 5208, 5280, 5652, 5915, 8017). */
function otherKind(parts: Node[]): KeyFileFault | undefined {
  const kinds = parts.map(tagOf).join(' ');
  if (/^integer sequence(?: sequence)?$/.test(kinds)) return undefined;
  if (/^integer sequence octets/.test(kinds)) {
    return { what: 'là khóa riêng PKCS#8, không phải PKCS#12', remedy: JOIN };
  }
  if (kinds === 'sequence octets') {
    return { what: 'là khóa riêng PKCS#8 có mật khẩu, không phải PKCS#12', remedy: JOIN };
  }
  if (/^integer (?:integer|octets)/.test(kinds)) {
    return { what: 'là khóa riêng DER, không phải PKCS#12', remedy: JOIN };
  }
  if (kinds === 'sequence sequence bits') {
    return { what: 'chỉ có chứng thư, không có khóa riêng', remedy: EXPORT_AGAIN };
  }
  if (kinds.startsWith('identifier')) {
    return { what: 'chỉ có chứng thư (PKCS#7), không có khóa riêng', remedy: EXPORT_AGAIN };
  }
  return { what: 'không phải tệp khóa PKCS#12', remedy: EXPORT_AGAIN };
}
