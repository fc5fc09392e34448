import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDispatch, type RenderOptions } from '../../../src/engines/page/render-dispatch.ts';
import {
  preparePerson,
  prepareSeal,
  signWith,
} from '../../../src/engines/signatures/dispatch-signatures.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { letter } from '../page/corpus/build.ts';
import { describeWhere, describeWith } from '../page/outside-tool.ts';
import { preflight, PREFLIGHT_MISSING } from '../page/preflight.ts';
import { expectConformance } from './conformance.ts';
import {
  bouncyCastle,
  BOUNCY_CASTLE_MISSING,
  extract,
  JUDGES,
  mutool,
  opensslCades,
  opensslTimestamp,
  pdfsig,
  pemFile,
} from './judges.ts';
import { AGENCY, anOffice, archived, folderOfTests, NUMBER, SIGNER } from './office.ts';
import type { Office } from './office.ts';
import { keyKinds } from './key-kinds.ts';

const folder = folderOfTests();
const OTHER = 'Nguyễn Văn Ất';
const PRINTED = { number: '413', date: '2026-11-24' };
const OPEN = { number: undefined, date: undefined };
const JOINTLY = {
  coIssuingBodies: ['SỞ TÀI CHÍNH'],
  coSignatures: [{ authority: ['GIÁM ĐỐC'], signerName: OTHER }],
};

const FLOWS = [
  { flow: 'numbered first', changes: PRINTED, places: [1] },
  { flow: 'issued jointly', changes: { ...OPEN, ...JOINTLY }, places: [1, 2] },
  { flow: 'issued jointly, numbered first', changes: { ...PRINTED, ...JOINTLY }, places: [1, 2] },
] as const;
type Flow = (typeof FLOWS)[number];

/** The file as drawn and after every revision: every person, every seal, then the archive timestamp. */
async function revisionsOf(
  office: Office,
  { changes, places }: Flow,
  options: RenderOptions = {},
): Promise<Buffer[]> {
  const document = letter({ signerName: SIGNER, ...changes });
  const revisions = [(await renderDispatch(document, { fields: true, ...options })).pdf];
  const at = new Date();
  for (const place of places) {
    const open = preparePerson(revisions.at(-1)!, { signer: SIGNER, signedAt: at, place });
    revisions.push(await signWith(open, office.person));
  }
  for (const place of places) {
    const isOpen = changes.number === undefined && place === 1;
    const seal = { agency: AGENCY, sealedAt: at, place, ...(isOpen && { numberAndDate: NUMBER }) };
    revisions.push(await signWith(prepareSeal(revisions.at(-1)!, seal), office.agency));
  }
  return revisions;
}

describe.each(keyKinds())('With %s', (kind) => {
  describe.each(FLOWS)('a dispatch $flow', (flow) => {
    let office: Office;
    let paths: string[];
    let whole: Buffer;
    const count = flow.places.length * 2;

    beforeAll(async () => {
      office = await anOffice(folder, kind);
      const revisions = await revisionsOf(office, flow);
      whole = await archived(office, revisions.at(-1)!);
      revisions.push(whole);
      paths = revisions.map((pdf, index) => {
        const path = join(folder, `${kind}-${flow.flow.replaceAll(/\W+/g, '-')}-${index}.pdf`);
        writeFileSync(path, pdf);
        return path;
      });
    }, 60_000);

    it('is genuine when all have signed, and not before', async () => {
      const options = { trustedRoots: [office.authority.root] };
      const report = verifyDispatch(whole, options);
      expect(report).toMatchObject({ isGenuine: true, level: 'B-LTA', findings: [] });
      expect(report.signatures).toHaveLength(count + 1);
      const lacking = (await revisionsOf(office, flow))
        .slice(0, -1)
        .map(
          (pdf) =>
            verifyDispatch(pdf, options).findings.find(({ verdict }) => verdict !== 'passed')?.code,
        );
      expect(lacking[0]).toBe('not-signed');
      expect(new Set(lacking.slice(1))).toEqual(
        new Set(flow.places.length === 1 ? ['seal-missing'] : ['person-missing', 'seal-missing']),
      );
    });

    describeWith(JUDGES, 'to judges that are not ours', () => {
      it('pdfsig: every signature valid, the last seal over the whole file', () => {
        const sealed = pdfsig(paths.at(-2)!).slice(0, count);
        expect(sealed.map(({ validation }) => validation)).toEqual(
          Array(count).fill('Signature is Valid.'),
        );
        expect(sealed.filter(({ isWholeFile }) => isWholeFile)).toHaveLength(1);
      });

      it('mutool: valid, and unchanged since the newest', () => {
        expect(mutool(paths.at(-2)!).toSorted()).toEqual([
          'The document is unchanged since signing.',
          ...Array(count - 1).fill(
            'The signature is valid but there have been edits since signing.',
          ),
        ]);
      });

      it('openssl: each is CAdES under the root; so is the timestamp', () => {
        const scratch = join(folder, `${kind}-${count}-${flow.flow.length}`);
        mkdirSync(scratch);
        const root = pemFile(scratch, office.authority.root);
        const all = extract(scratch, whole);
        expect(all).toHaveLength(count + 1);
        for (const signature of all.slice(0, count)) {
          expect(opensslCades(root, signature)).toContain('Verification successful');
        }
        expect(opensslTimestamp(root, all.at(-1)!)).toContain('Verification: OK');
      });

      it('keeps after every revision what PDF/A-3a and PDF/UA-1 ask', () => {
        for (const path of paths.slice(1)) expectConformance(paths[0]!, path);
      }, 60_000);
    });

    describeWhere(BOUNCY_CASTLE_MISSING, 'to PDFBox and Bouncy Castle', () => {
      it('is valid, signature by signature', () => {
        expect(bouncyCastle(paths.at(-1)!)).toEqual([
          ...Array(count).fill('ETSI.CAdES.detached true'),
          'ETSI.RFC3161 true',
        ]);
      }, 60_000);
    });
  });
});

describeWhere(PREFLIGHT_MISSING, 'PDFBox preflight on the PDF/A-1a twin', () => {
  // Without the archive timestamp: a field without a place needs no appearance in PDF/A-3 (6.3.3), but does in PDF/A-1.
  it('finds every revision of every flow valid', async () => {
    const office = await anOffice(folder);
    const files: string[] = [];
    const flows = [{ flow: 'numbered at issue', changes: OPEN, places: [1] } as never, ...FLOWS];
    for (const [i, flow] of flows.entries()) {
      const revisions = await revisionsOf(office, flow, { conformance: 'PDF/A-1a' });
      for (const [j, pdf] of revisions.entries()) {
        files.push(join(folder, `twin-${i}-${j}.pdf`));
        writeFileSync(files.at(-1)!, pdf);
      }
    }
    for (const [file, verdict] of preflight(folder, files)) {
      expect(`${file}: ${verdict}`).toContain('<isValid type="PDF/A1-b">true</isValid>');
    }
  }, 120_000);
});
