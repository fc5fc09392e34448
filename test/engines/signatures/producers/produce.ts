import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HttpTimestampAuthority, P12Signer, PDF } from '@libpdf/core';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import PDFDocument from 'pdfkit';
import { packageRoot } from '../../../../src/platform/process/package-root.ts';
import { run } from '../../page/outside-tool.ts';
import { JARS } from '../judges.ts';
import { page, writePdf } from '../written-pdf.ts';
import {
  gnutlsCms,
  opensslCms,
  withLibreOffice,
  withMutool,
  withPodofo,
  withPoppler,
} from './command-lines.ts';
import {
  FOREIGN_PASSWORD,
  FOREIGN_SIGNER,
  type ForeignAuthority,
  type ForeignSigner,
} from './foreign-authority.ts';
import { type Form, FORMS, type Layout, type Producer } from './forms.ts';
import { opensslTimestamps } from './openssl-timestamps.ts';
import { sampled } from '../../../support/lane.ts';

export interface Produced {
  form: Form;
  producer: Producer;
  layout: Layout;
  path: string;
}

/** The gate has every form, every producer and every layout at least once. */
function kinds(): Omit<Produced, 'path'>[] {
  const all = FORMS.flatMap((form) =>
    form.layouts.flatMap((layout) => form.by.map((producer) => ({ form, producer, layout }))),
  );
  const seen = new Set<unknown>();
  return sampled(all, (kind) => {
    const values = Object.values(kind);
    const isNew = values.some((value) => !seen.has(value));
    for (const value of values) seen.add(value);
    return isNew;
  });
}

/** Signs in the forms of this lane by those who make them, `copies` times each over pages that differ. */
export async function produce(
  folder: string,
  authority: ForeignAuthority,
  copies = 1,
): Promise<Produced[]> {
  const timestamps = await opensslTimestamps(folder, authority);
  const all: Produced[] = [];
  const jobs: string[][] = [[], []];
  for (const { form, producer, layout } of kinds()) {
    for (let copy = 1; copy <= copies; copy++) {
      const index = FORMS.indexOf(form);
      const name = `${index}-${producer}-${layout.replaceAll(' ', '-')}-${copy}`;
      const path = join(folder, `${name}.pdf`);
      all.push({ form, producer, layout, path });
      const { url } = timestamps;
      await make({ form, producer, layout, path }, { authority, url, copy, jobs });
    }
  }
  for (const [round, lines] of jobs.entries()) await signInJava(folder, round, lines);
  await timestamps.close();
  return all;
}

interface Workshop {
  authority: ForeignAuthority;
  /** Of the timestamp authority. */
  url: string;
  copy: number;
  /** Lines for Java, by round: what is signed twice is in two. */
  jobs: string[][];
}

async function make(
  { form, producer, layout, path }: Produced,
  { authority, url, copy, jobs }: Workshop,
): Promise<void> {
  const signer = authority.signers[form.key];
  const open = path.replace(/\.pdf$/, '-open.pdf');
  // @signpdf reads no linearised file; what it has prepared is linearised before it is signed.
  const isLater = producer === 'signpdf' && layout === 'signed in place';
  if (producer === 'mutool') writeFileSync(open, pageToSign());
  else await drawPage(open, isLater ? 'table' : layout, `${form.name} ${producer} ${copy}`);
  switch (producer) {
    case 'pdfbox':
    case 'itext': {
      const steps = stepsOf(form, layout);
      for (const [index, step] of steps.entries()) {
        const at = (done: number) => path.replace(/\.pdf$/, `-${done}.pdf`);
        const from = index === 0 ? open : at(index);
        const to = index === steps.length - 1 ? path : at(index + 1);
        const words = [producer, ...step, signer.p12, FOREIGN_PASSWORD, from, to, url];
        jobs[index]!.push(words.join('|'));
      }
      return;
    }
    case 'signpdf':
    case 'gnutls':
      return writeFileSync(path, await withSignpdf(open, form, signer, { producer, layout }));
    case 'libpdf':
      return writeFileSync(path, await withLibpdf(open, form, signer, url));
    case 'podofo':
      return withPodofo(open, path, form, signer);
    case 'poppler':
      return withPoppler(open, path, form, signer);
    case 'mutool':
      return withMutool(open, path, form, signer);
    case 'libreoffice':
      return withLibreOffice(open, path, form, signer);
  }
}

const FIELD =
  '<</Type /Annot /Subtype /Widget /FT /Sig /T (ky) /F 132 /P 3 0 R /Rect [20 20 220 80]>>';

function pageToSign(): Buffer {
  const objects = page([4], FIELD);
  objects[2] = objects[2]!.replace('/Resources', '/Annots [4 0 R] /Resources');
  return writePdf(objects, 'table');
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

/** Options and algorithm of each of the signatures that Java makes, one after another. */
function stepsOf(form: Form, layout: Layout): string[][] {
  const { isBare, isBaseline, byKeyIdentifier, isPss, hash, key, timestamp } = form;
  const options = [
    ...(byKeyIdentifier ? ['keyid'] : []),
    ...(isBare ? ['noattr'] : []),
    ...(isBaseline ? ['cades'] : []),
    ...(layout === 'signed in place' ? ['anew'] : []),
    ...(timestamp === 'signature' ? ['stamp'] : []),
  ];
  const kind = key === 'rsa' ? `withRSA${isPss ? 'andMGF1' : ''}` : 'withECDSA';
  const step = [options.join(' '), key === 'ed25519' ? 'Ed25519' : `${hash}${kind}`];
  const stamping = timestamp === 'document' ? [['document', step[1]!]] : [];
  return [...Array.from({ length: form.times ?? 1 }, () => step), ...stamping];
}

const ITEXT = '/usr/share/java/itext5.jar';
export const ITEXT_MISSING = existsSync(ITEXT) ? [] : [ITEXT];

/** Not waited for in place: Java asks the timestamp authority in this process. */
async function signInJava(folder: string, round: number, lines: string[]): Promise<void> {
  const jobs = join(folder, `jobs-${round}`);
  writeFileSync(jobs, lines.join('\n'));
  const source = join(packageRoot, 'test/engines/signatures/producers/Produce.java');
  await promisify(execFile)('java', ['-cp', [...JARS, ITEXT].join(':'), source, jobs]);
}

/** The CMS is OpenSSL's or GnuTLS's. */
class OutsideSigner extends Signer {
  constructor(
    private readonly cms: (from: string) => Buffer,
    private readonly scratch: string,
  ) {
    super();
  }

  override sign(content: Buffer): Promise<Buffer> {
    writeFileSync(this.scratch, content);
    return Promise.resolve(this.cms(this.scratch));
  }
}

async function withSignpdf(
  open: string,
  form: Form,
  signer: ForeignSigner,
  { producer, layout }: Pick<Produced, 'producer' | 'layout'>,
): Promise<Buffer> {
  let prepared = plainAddPlaceholder({
    pdfBuffer: readFileSync(open),
    reason: 'vi du',
    contactInfo: '',
    name: FOREIGN_SIGNER,
    location: 'Ha Noi',
    ...(form.isBaseline && { subFilter: SUBFILTER_ETSI_CADES_DETACHED }),
  });
  if (layout === 'signed in place') {
    const [from, to] = [`${open}.prepared`, `${open}.linearised`];
    writeFileSync(from, prepared);
    run('qpdf', '--warning-exit-0', '--linearize', from, to);
    prepared = readFileSync(to);
  }
  const make = producer === 'gnutls' ? gnutlsCms : opensslCms;
  return new SignPdf().sign(
    prepared,
    new OutsideSigner((from) => make(from, form, signer), `${open}.bin`),
  );
}

async function withLibpdf(
  open: string,
  form: Form,
  { p12 }: ForeignSigner,
  url: string,
): Promise<Buffer> {
  const signer = await P12Signer.create(readFileSync(p12), FOREIGN_PASSWORD);
  const timestampAuthority = new HttpTimestampAuthority(url);
  const digestAlgorithm = form.hash.replace('SHA', 'SHA-') as 'SHA-256';
  let bytes: Uint8Array = readFileSync(open);
  for (let time = 1; time <= (form.times ?? 1); time++) {
    const pdf = await PDF.load(bytes);
    ({ bytes } = await pdf.sign({
      signer,
      digestAlgorithm,
      fieldName: `ChuKy_${time}`,
      ...(form.timestamp === 'signature' && { level: 'B-T' as const, timestampAuthority }),
    }));
  }
  if (form.timestamp === 'document') {
    const pdf = await PDF.load(bytes);
    ({ bytes } = await pdf.addTimestamp({ timestampAuthority }));
  }
  return Buffer.from(bytes);
}
