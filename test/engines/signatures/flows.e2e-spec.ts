import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareSeal } from '../../../src/engines/signatures/dispatch-signatures.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWith, run } from '../page/outside-tool.ts';
import { expectConformance } from './conformance.ts';
import {
  extract,
  JUDGES,
  mutool,
  opensslCades,
  opensslTimestamp,
  pdfsig,
  pemFile,
} from './judges.ts';
import {
  AGENCY,
  anOffice,
  archived,
  folderOfTests,
  NUMBER,
  type Office,
  sealed,
  signed,
  unsigned,
} from './office.ts';
import { keyKinds } from './key-kinds.ts';

const folder = folderOfTests();

describe.each(keyKinds())('Two signatures with %s', (kind) => {
  let office: Office;
  const revisions: Record<'drawn' | 'signed' | 'sealed' | 'archived', Buffer> = {} as never;
  const path = (name: string) => join(folder, `${kind}-${name}.pdf`);

  beforeAll(async () => {
    office = await anOffice(folder, kind);
    revisions.drawn = await unsigned();
    revisions.signed = await signed(office, revisions.drawn);
    revisions.sealed = await sealed(office, revisions.signed);
    revisions.archived = await archived(office, revisions.sealed);
    for (const [name, pdf] of Object.entries(revisions)) writeFileSync(path(name), pdf);
  }, 60_000);

  it('only ever appends: what was signed stays byte for byte', () => {
    const [drawn, one, two, three] = Object.values(revisions);
    expect(one!.subarray(0, drawn!.length).equals(drawn!)).toBe(true);
    expect(two!.subarray(0, one!.length).equals(one!)).toBe(true);
    expect(three!.subarray(0, two!.length).equals(two!)).toBe(true);
  });

  it('is genuine to our own verifier, at the level its data allow', () => {
    const options = { trustedRoots: [office.authority.root], agency: AGENCY };
    const whole = verifyDispatch(revisions.archived, options);
    expect(whole.findings).toEqual([]);
    expect(whole).toMatchObject({ isGenuine: true, level: 'B-LTA', number: NUMBER.number });
    const plain = verifyDispatch(revisions.sealed, options);
    expect(plain).toMatchObject({ isGenuine: true, level: 'B-B' });
    expect(plain.signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true]);
    expect(verifyDispatch(revisions.signed, options).isGenuine).toBe(false);
  });

  describeWith(JUDGES, 'to judges that are not ours', () => {
    it('pdfsig: both signatures valid, the newest over the whole file', () => {
      expect(pdfsig(path('signed'))).toMatchObject([
        { field: 'ChuKyCaNhan', validation: 'Signature is Valid.', isWholeFile: true },
        { field: 'DauCoQuan', validation: '', isWholeFile: false },
      ]);
      expect(pdfsig(path('sealed'))).toMatchObject([
        { field: 'ChuKyCaNhan', validation: 'Signature is Valid.', isWholeFile: false },
        { field: 'DauCoQuan', validation: 'Signature is Valid.', isWholeFile: true },
      ]);
      const [person, seal, timestamp] = pdfsig(path('archived'));
      expect([person, seal].map((each) => each?.validation)).toEqual(
        Array(2).fill('Signature is Valid.'),
      );
      expect(timestamp).toMatchObject({ field: 'DauThoiGian1', isWholeFile: true });
    });

    it('mutool: valid, and unchanged since the newest', () => {
      expect(mutool(path('sealed'))).toEqual([
        'The signature is valid but there have been edits since signing.',
        'The document is unchanged since signing.',
      ]);
    });

    it('openssl: both are CAdES under the root, without a claimed time inside; so is the timestamp', () => {
      const scratch = join(folder, kind);
      mkdirSync(scratch);
      const root = pemFile(scratch, office.authority.root);
      const [person, seal, timestamp, ...others] = extract(scratch, revisions.archived);
      expect(others).toEqual([]);
      for (const signature of [person!, seal!]) {
        expect(opensslCades(root, signature)).toContain('Verification successful');
        const printed = run(
          'openssl',
          'cms',
          '-cmsout',
          '-print',
          '-inform',
          'DER',
          '-in',
          signature.cms,
        );
        expect(printed).toContain('id-smime-aa-signingCertificateV2');
        expect(printed).not.toContain('signingTime');
      }
      expect(opensslTimestamp(root, timestamp!)).toContain('Verification: OK');
    });

    it('openssl would refuse signed bytes that were changed', () => {
      const scratch = join(folder, `${kind}-changed`);
      mkdirSync(scratch);
      const root = pemFile(scratch, office.authority.root);
      const changed = Buffer.from(revisions.sealed);
      changed.writeUInt8(changed[5000]! ^ 1, 5000);
      for (const signature of extract(scratch, changed)) {
        expect(() => opensslCades(root, signature)).toThrow('content verify error');
      }
    });

    it('qpdf: every revision is a sound file', () => {
      for (const name of Object.keys(revisions)) {
        expect(run('qpdf', '--check', path(name))).toContain('No syntax or stream encoding errors');
      }
    });

    it('reads number and date on the paper, and the data in the attachment untouched', () => {
      expect(run('pdftotext', '-layout', path('sealed'), '-')).toMatch(/Số: +412 +\/SKHCN-CĐS/);
      for (const name of ['drawn', 'archived']) {
        run('pdfdetach', '-save', '1', '-o', path(`${name}-attachment`), path(name));
      }
      expect(run('cmp', path('drawn-attachment'), path('archived-attachment'))).toBe('');
    });

    it('keeps after every revision what PDF/A-3a and PDF/UA-1 ask', () => {
      for (const name of ['signed', 'sealed', 'archived']) {
        expectConformance(path('drawn'), path(name));
      }
    });
  });

  it('writes the rules other viewers go by: certified by the person, locked by the seal', () => {
    const text = revisions.sealed.toString('latin1');
    expect(text).toMatch(
      /\/TransformMethod \/DocMDP\s*\/TransformParams <<\/Type \/TransformParams\s*\/V \/1\.2\s*\/P 2>>/,
    );
    expect(text).toMatch(
      /\/TransformMethod \/FieldMDP\s*\/TransformParams <<[^>]*\/Action \/All>>/,
    );
  });
});

describe('Preparing', () => {
  it('gives the same bytes for the same input, so that a prepared file can wait for its key', async () => {
    const office = await anOffice(folder);
    const at = new Date('2026-11-24T01:02:03Z');
    const drawn = await unsigned();
    const first = await signed(office, drawn, at);
    const seal = { agency: AGENCY, sealedAt: at, numberAndDate: NUMBER };
    expect(prepareSeal(first, seal).pdf.equals(prepareSeal(first, seal).pdf)).toBe(true);
  });
});
