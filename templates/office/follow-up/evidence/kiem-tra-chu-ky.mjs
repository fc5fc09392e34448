// Phần của kiem-tra.mjs về chữ ký và chứng thư.
import { verify, X509Certificate } from 'node:crypto';

const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());

/** RFC 7515: nội dung đã ký và ai ký. */
export function opened(statement, roots) {
  const { alg, x5c, crit } = decode(statement.protected);
  const [certificate, ...chain] = x5c.map((der) => new X509Certificate(Buffer.from(der, 'base64')));
  const type = { RS256: 'rsa', ES256: 'ec' }[alg];
  const key = certificate.publicKey;
  const isIntact =
    crit === undefined &&
    key.asymmetricKeyType === type &&
    verify(
      'sha256',
      Buffer.from(`${statement.protected}.${statement.payload}`),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(statement.signature, 'base64url'),
    );
  const content = decode(statement.payload);
  const isVouchedFor = isTrusted(certificate, chain, new Date(content.madeAt), roots);
  return { content, signer: nameOf(certificate), isIntact, isVouchedFor };
}

const nameOf = ({ subject }) => {
  const parts = subject.split('\n');
  return parts.find((part) => part.startsWith('CN=')) ?? parts.at(-1);
};

/** Con dấu trên văn bản mang chứng thư của cơ quan; ai khác ký danh mục thì tên không có ở đó. */
export function isSealedBy(signer, pdf) {
  const words = pdf.toString('latin1');
  if (!words.includes('/ByteRange')) return true;
  const name = signer.slice(signer.indexOf('=') + 1);
  const hex = words.toLowerCase();
  return [Buffer.from(name), Buffer.from(name, 'utf16le').swap16()].some((bytes) =>
    hex.includes(bytes.toString('hex')),
  );
}

/** Từng cấp ký cho cấp dưới, còn hiệu lực lúc ký, tới một gốc được tin. */
function isTrusted(certificate, chain, at, roots, depth = 0) {
  const isValid = new Date(certificate.validFrom) <= at && at <= new Date(certificate.validTo);
  if (!isValid || (depth > 0 && !certificate.ca) || depth > 5) return false;
  const vouches = (issuer) =>
    certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  if (roots.some((root) => root.raw.equals(certificate.raw) || vouches(root))) return true;
  return chain.some((issuer) => vouches(issuer) && isTrusted(issuer, chain, at, roots, depth + 1));
}
