import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { P12Signer, PDF } from '@libpdf/core';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import PDFDocument from 'pdfkit';
import { packageRoot } from '../../../src/package-root.ts';
import { run } from '../../documents/outside-tool.ts';
import { JARS } from '../judges.ts';
import {
  FOREIGN_PASSWORD,
  FOREIGN_SIGNER,
  type ForeignAuthority,
  type ForeignSigner,
} from './foreign-authority.ts';
import { type Form, FORMS, type Layout, type Producer } from './forms.ts';

export interface Produced {
  form: Form;
  producer: Producer;
  layout: Layout;
  path: string;
}

/** Signs in every form by everyone who makes it, `copies` times each over pages that differ. */
export async function produce(
  folder: string,
  authority: ForeignAuthority,
  copies = 1,
): Promise<Produced[]> {
  const all: Produced[] = [];
  const jobs: string[][] = [[], []];
  for (const [index, form] of FORMS.entries()) {
    for (const layout of form.layouts) {
      for (const producer of form.by) {
        for (let copy = 1; copy <= copies; copy++) {
          const name = `${index}-${producer}-${layout.replaceAll(' ', '-')}-${copy}`;
          const path = join(folder, `${name}.pdf`);
          all.push({ form, producer, layout, path });
          await make({ form, producer, layout, path }, authority, copy, jobs);
        }
      }
    }
  }
  for (const [round, lines] of jobs.entries()) await signInJava(folder, round, lines);
  return all;
}

async function make(
  { form, producer, layout, path }: Produced,
  authority: ForeignAuthority,
  copy: number,
  jobs: string[][],
): Promise<void> {
  const signer = authority.signers[form.key];
  const open = path.replace(/\.pdf$/, '-open.pdf');
  // @signpdf reads no linearised file; what it has prepared is linearised before it is signed.
  const isLater = producer === 'signpdf' && layout === 'signed in place';
  await drawPage(open, isLater ? 'table' : layout, `${form.name} ${producer} ${copy}`);
  const times = form.times ?? 1;
  if (producer === 'pdfbox' || producer === 'itext') {
    for (let time = 1; time <= times; time++) {
      const from = time === 1 ? open : path.replace(/\.pdf$/, `-${time - 1}.pdf`);
      const to = time === times ? path : path.replace(/\.pdf$/, `-${time}.pdf`);
      jobs[time - 1]!.push(
        [producer, ...javaOptions(form, layout), ...[signer.p12, FOREIGN_PASSWORD, from, to]].join(
          '|',
        ),
      );
    }
  } else if (producer === 'signpdf') {
    writeFileSync(path, await withSignpdf(open, form, signer, layout));
  } else if (producer === 'libpdf') writeFileSync(path, await withLibpdf(open, form, signer));
  else if (producer === 'podofo') {
    const files = ['-in', open, '-out', path, '-cert', signer.certificate, '-pkey', signer.key];
    run(
      'podofosign',
      ...files,
      '-digest',
      form.hash,
      '-field-name',
      `ChuKy${basename(path, '.pdf')}`,
    );
  } else withPoppler(open, path, form, signer);
}

const LAID_OUT: Record<Exclude<Layout, 'table'>, string[]> = {
  stream: ['--object-streams=generate'],
  linearised: ['--linearize', '--object-streams=disable'],
  'linearised stream': ['--linearize', '--object-streams=generate'],
  'signed in place': ['--linearize', '--object-streams=disable'],
};

async function drawPage(path: string, layout: Layout, words: string): Promise<void> {
  const document = new PDFDocument({ size: 'A4', compress: true });
  const pieces: Buffer[] = [];
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.on('data', (piece: Buffer) => pieces.push(piece));
  document.text(words).end();
  await ended;
  writeFileSync(path, Buffer.concat(pieces));
  if (layout === 'table') return;
  const packed = path.replace(/\.pdf$/, '-packed.pdf');
  run('qpdf', ...LAID_OUT[layout], path, packed);
  copyFileSync(packed, path);
}

function javaOptions(form: Form, layout: Layout): string[] {
  const { isBare, isBaseline, byKeyIdentifier, isPss, hash, key } = form;
  const options = [
    ...(byKeyIdentifier ? ['keyid'] : []),
    ...(isBare ? ['noattr'] : []),
    ...(isBaseline ? ['cades'] : []),
    ...(layout === 'signed in place' ? ['anew'] : []),
  ];
  const kind = key === 'rsa' ? `withRSA${isPss ? 'andMGF1' : ''}` : 'withECDSA';
  return [options.join(' '), key === 'ed25519' ? 'Ed25519' : `${hash}${kind}`];
}

const ITEXT = '/usr/share/java/itext5.jar';
export const ITEXT_MISSING = existsSync(ITEXT) ? [] : [ITEXT];

async function signInJava(folder: string, round: number, lines: string[]): Promise<void> {
  const jobs = join(folder, `jobs-${round}`);
  writeFileSync(jobs, lines.join('\n'));
  const source = join(packageRoot, 'test/signing/producers/Produce.java');
  run('java', '-cp', [...JARS, ITEXT].join(':'), source, jobs);
}

/** The CMS is OpenSSL's. */
class OpensslSigner extends Signer {
  constructor(
    private readonly form: Form,
    private readonly signer: ForeignSigner,
    private readonly scratch: string,
  ) {
    super();
  }

  override sign(content: Buffer): Promise<Buffer> {
    const { isPss, isBare, isBaseline, byKeyIdentifier, hash } = this.form;
    const [from, to] = [`${this.scratch}.bin`, `${this.scratch}.cms`];
    writeFileSync(from, content);
    run(
      ...(['openssl', 'cms', '-sign', '-binary', '-outform', 'DER', '-md', hash] as const),
      ...['-in', from, '-out', to, '-signer', this.signer.certificate, '-inkey', this.signer.key],
      ...['-certfile', join(this.signer.p12, '..', 'middle.pem')],
      ...(isPss ? ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:-1'] : []),
      ...(isBare ? ['-noattr'] : ['-nosmimecap']),
      ...(isBaseline ? ['-cades'] : []),
      ...(byKeyIdentifier ? ['-keyid'] : []),
    );
    return Promise.resolve(readFileSync(to));
  }
}

async function withSignpdf(
  open: string,
  form: Form,
  signer: ForeignSigner,
  layout: Layout,
): Promise<Buffer> {
  let prepared = plainAddPlaceholder({
    pdfBuffer: readFileSync(open),
    ...{ reason: 'vi du', contactInfo: '', name: FOREIGN_SIGNER, location: 'Ha Noi' },
    ...(form.isBaseline && { subFilter: SUBFILTER_ETSI_CADES_DETACHED }),
  });
  if (layout === 'signed in place') {
    const [from, to] = [`${open}.prepared`, `${open}.linearised`];
    writeFileSync(from, prepared);
    run('qpdf', '--warning-exit-0', '--linearize', from, to);
    prepared = readFileSync(to);
  }
  return new SignPdf().sign(prepared, new OpensslSigner(form, signer, open));
}

async function withLibpdf(open: string, form: Form, { p12 }: ForeignSigner): Promise<Buffer> {
  const signer = await P12Signer.create(readFileSync(p12), FOREIGN_PASSWORD);
  let bytes: Uint8Array = readFileSync(open);
  for (let time = 1; time <= (form.times ?? 1); time++) {
    const pdf = await PDF.load(bytes);
    const digestAlgorithm = form.hash.replace('SHA', 'SHA-') as 'SHA-256';
    ({ bytes } = await pdf.sign({ signer, digestAlgorithm, fieldName: `ChuKy_${time}` }));
  }
  return Buffer.from(bytes);
}

function withPoppler(open: string, path: string, form: Form, signer: ForeignSigner): void {
  const nss = `${path}.nss`;
  run('mkdir', '-p', nss);
  run('certutil', '-N', '-d', `sql:${nss}`, '--empty-password');
  run('pk12util', '-i', signer.p12, '-d', `sql:${nss}`, '-W', FOREIGN_PASSWORD);
  const root = join(signer.p12, '..', 'root.pem');
  run('certutil', '-A', '-d', `sql:${nss}`, '-n', 'root', '-t', 'CT,C,C', '-i', root);
  const how = ['-add-signature', '-nssdir', nss, '-nick', 'signer', '-digest', form.hash];
  run('pdfsig', ...how, open, path);
}
