import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../page/outside-tool.ts';
import { FOREIGN_PASSWORD, FOREIGN_SIGNER, type ForeignSigner } from './foreign-authority.ts';
import type { Form } from './forms.ts';

/** Signs `open` into `path` by a program that is called with a file. */
type Signing = (open: string, path: string, form: Form, signer: ForeignSigner) => void;

export const withPodofo: Signing = (open, path, form, { certificate, key }) => {
  const files = ['-in', open, '-out', path, '-cert', certificate, '-pkey', key];
  const field = `ChuKy${basename(path, '.pdf')}`;
  run('podofosign', ...files, '-digest', form.hash, '-field-name', field);
};

export const withPoppler: Signing = (open, path, form, signer) => {
  const how = ['-add-signature', '-nssdir', nssFolder(path, signer), '-nick', 'signer'];
  run('pdfsig', ...how, '-digest', form.hash, open, path);
};

/** MuPDF signs a field that is there: the fourth object of the page drawn for it. */
export const withMutool: Signing = (open, path, _form, { p12 }) => {
  run('mutool', 'sign', '-s', p12, '-P', FOREIGN_PASSWORD, '-o', path, open, '4');
};

/** LibreOffice signs while it exports, so what it is given are the words. */
export const withLibreOffice: Signing = (open, path, form, signer) => {
  const words = path.replace(/\.pdf$/, '.txt');
  writeFileSync(words, `${form.name} ${basename(open)}\n`);
  const text = (value: string) => ({ type: 'string', value });
  const options = {
    SignPDF: { type: 'boolean', value: 'true' },
    SignCertificateSubjectName: text(`CN=${FOREIGN_SIGNER},O=So vi du,C=VN`),
  };
  run(
    ...(['env', `MOZILLA_CERTIFICATE_FOLDER=${nssFolder(path, signer)}`, 'soffice'] as const),
    ...['--headless', `-env:UserInstallation=${pathToFileURL(`${path}.profile`).href}`],
    ...['--convert-to', `pdf:writer_pdf_Export:${JSON.stringify(options)}`],
    ...['--outdir', dirname(path), words],
  );
};

function nssFolder(path: string, { p12 }: ForeignSigner): string {
  const folder = `${path}.nss`;
  run('mkdir', '-p', folder);
  run('certutil', '-N', '-d', `sql:${folder}`, '--empty-password');
  run('pk12util', '-i', p12, '-d', `sql:${folder}`, '-W', FOREIGN_PASSWORD);
  const root = join(dirname(p12), 'root.pem');
  run('certutil', '-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'CT,C,C', '-i', root);
  return folder;
}

/** The CMS that OpenSSL makes over a file. */
export function opensslCms(from: string, form: Form, signer: ForeignSigner): Buffer {
  const { isPss, isBare, isBaseline, byKeyIdentifier, hash } = form;
  const to = `${from}.cms`;
  run(
    ...(['openssl', 'cms', '-sign', '-binary', '-outform', 'DER', '-md', hash] as const),
    ...['-in', from, '-out', to, '-signer', signer.certificate, '-inkey', signer.key],
    ...['-certfile', join(dirname(signer.p12), 'middle.pem')],
    ...(isPss ? ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:-1'] : []),
    ...(isBare ? ['-noattr'] : ['-nosmimecap']),
    ...(isBaseline ? ['-cades'] : []),
    ...(byKeyIdentifier ? ['-keyid'] : []),
  );
  return readFileSync(to);
}

/** The CMS that GnuTLS makes; it puts one certificate into it, and attributes only when asked for the time. */
export function gnutlsCms(from: string, form: Form, signer: ForeignSigner): Buffer {
  const to = `${from}.cms`;
  run(
    ...(['certtool', '--p7-detached-sign', '--hash', form.hash] as const),
    ...(form.isBare ? [] : ['--p7-time']),
    ...['--load-certificate', signer.certificate, '--load-privkey', signer.key],
    ...['--infile', from, '--outder', '--outfile', to],
  );
  return readFileSync(to);
}
