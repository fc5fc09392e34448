import fc from 'fast-check';
import { archive } from '../../../src/engines/signatures/archive.ts';
import { PdfFile } from '../../../src/engines/signatures/pdf/pdf-file.ts';
import { readSignatures } from '../../../src/engines/signatures/pdf/read-signatures.ts';
import {
  verifyDispatch,
  type VerificationOptions,
} from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { refillAs, type Victim } from './attacks/attack.ts';
import { ON_CERTIFICATES } from './attacks/on-certificates.ts';
import { ON_FIELDS } from './attacks/on-fields.ts';
import { ON_PAGES } from './attacks/on-pages.ts';
import { ON_SIGNATURES } from './attacks/on-signatures.ts';
import { ON_STRUCTURE } from './attacks/on-structure.ts';
import { AGENCY, anOffice, archived, folderOfTests, sealed, signed, unsigned } from './office.ts';
import { atLeast } from '../../support/lane.ts';

const folder = folderOfTests();
let victim: Victim;

beforeAll(async () => {
  const office = await anOffice(folder);
  const drawn = await unsigned();
  const person = await signed(office, drawn);
  const whole = await sealed(office, person);
  victim = { folder, office, drawn, person, whole, kept: await archived(office, whole) };
});

function verify(pdf: Buffer, options: Partial<VerificationOptions> = {}) {
  return verifyDispatch(pdf, { trustedRoots: [victim.office.authority.root], ...options });
}

describe('A tampered file never passes, and is called what it is', () => {
  it('is compared with files that do pass', () => {
    const { whole, kept } = victim;
    expect(verify(whole).isGenuine).toBe(true);
    expect(verify(kept, { requireTimestamp: true, agency: AGENCY }).isGenuine).toBe(true);
  });

  it('takes a number filled in as the clerk fills it, whatever wrote it', async () => {
    const { office, person } = victim;
    expect(verify(await sealed(office, refillAs(person, {}), null)).isGenuine).toBe(true);
  });

  it.each([...ON_FIELDS, ...ON_PAGES, ...ON_STRUCTURE, ...ON_SIGNATURES, ...ON_CERTIFICATES])(
    '$name: $finds',
    async (attack) => {
      const pdf = await attack.make(victim);
      const { isGenuine, findings, sentence } = verify(pdf, attack.options);
      expect(
        findings.filter(({ verdict }) => verdict !== 'passed').map(({ code }) => code),
      ).toContain(attack.finds);
      expect(isGenuine).toBe(false);
      expect(sentence).toMatch(/^KHÔNG được coi là văn bản thật/);
    },
  );

  it('finds any single changed bit outside the newest signature, without falling over', () => {
    const { whole } = victim;
    const newest = readSignatures(new PdfFile(whole)).at(-1)!;
    const [, start, end] = newest.byteRange;
    const anyPlace = fc.oneof(
      fc.integer({ min: 0, max: start! - 1 }),
      fc.integer({ min: end!, max: whole.length - 1 }),
    );
    fc.assert(
      fc.property(anyPlace, fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const copy = Buffer.from(whole);
        copy.writeUInt8(copy[at]! ^ (1 << bit), at);
        expect(verify(copy).isGenuine).toBe(false);
      }),
      { numRuns: atLeast(25, 100) },
    );
  });

  it('is judged whatever bit of a signature or of the certificates in it is another', () => {
    // Without the intact copies that an archived file holds beside.
    const { whole } = victim;
    const holes = readSignatures(new PdfFile(whole)).map(({ byteRange, contents }) => ({
      start: byteRange[1]! + 1,
      length: contents.toString('hex').replace(/(00)+$/, '').length,
    }));
    const anyDigit = fc
      .constantFrom(...holes)
      .chain(({ start, length }) => fc.integer({ min: start, max: start + length - 1 }));
    fc.assert(
      fc.property(anyDigit, fc.integer({ min: 0, max: 3 }), (at, bit) => {
        const copy = Buffer.from(whole);
        const digit = parseInt(copy.toString('latin1', at, at + 1), 16) ^ (1 << bit);
        copy.write(digit.toString(16), at, 'latin1');
        for (const { signer } of verify(copy).signatures) {
          if (signer) expect([signer.notBefore, signer.notAfter]).not.toContainEqual(new Date(NaN));
        }
      }),
      { numRuns: atLeast(40, 300) },
    );
  });

  it('is not thrown off by validation data that is none', async () => {
    const { office, whole } = victim;
    const rubbish = [Buffer.from('không phải chứng thư'), Buffer.alloc(0)];
    const data = { certificates: rubbish, revocationLists: rubbish };
    const report = verify(await archive(whole, data, office.timestamps));
    expect(report.isGenuine).toBe(true);
    expect(report.findings.map(({ code }) => code)).toContain('revocation-unknown');
  });

  it('refuses whatever is cut from the end', () => {
    const { whole, kept } = victim;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: kept.length - 1 }), (length) => {
        if (length === whole.length) return;
        expect(verify(kept.subarray(0, length)).isGenuine).toBe(false);
      }),
      { numRuns: atLeast(50, 200) },
    );
  });
});
