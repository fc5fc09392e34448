import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../page/outside-tool.ts';

export interface ListOrder {
  /** Certificate and key of whoever signs the list, as PEM files. */
  certificate: string;
  key: string;
  /** Lines of OpenSSL's configuration for the extensions of the list. */
  extensions?: string;
  /** Serial number in hexadecimal and reason, as OpenSSL names it. */
  revoked?: [serial: string, reason: string][];
  /** CRL number. */
  number?: string;
  /** `YYYYMMDDHHMMSSZ`. */
  from?: string;
  until?: string;
}

/** A list of revoked certificates made by `openssl ca`; as PEM. */
export function opensslList(folder: string, order: ListOrder): string {
  const place = mkdtempSync(join(folder, 'list-'));
  const at = (name: string) => join(place, name);
  const rows = (order.revoked ?? []).map(
    ([serial, reason]) =>
      `R\t391231235959Z\t260101000000Z,${reason}\t${serial}\tunknown\t/CN=vi du\n`,
  );
  writeFileSync(at('index'), rows.join(''));
  writeFileSync(at('number'), `${order.number ?? '05'}\n`);
  writeFileSync(
    at('config'),
    `[ca]
default_ca=own
[own]
database=${at('index')}
crlnumber=${at('number')}
default_md=sha256
crl_extensions=extensions
[extensions]
authorityKeyIdentifier=keyid
${order.extensions ?? ''}
`,
  );
  const dates = [
    ...(order.from === undefined ? [] : ['-crl_lastupdate', order.from]),
    ...(order.until === undefined ? ['-crldays', '30'] : ['-crl_nextupdate', order.until]),
  ];
  const who = ['-cert', order.certificate, '-keyfile', order.key];
  run('openssl', 'ca', '-gencrl', '-config', at('config'), ...who, ...dates, '-out', at('list'));
  return readFileSync(at('list'), 'latin1');
}

/** The scope of a list, by the rules of OpenSSL's configuration. */
export const point = (rules: string) =>
  `issuingDistributionPoint=critical,@point\n[point]\n${rules}`;
