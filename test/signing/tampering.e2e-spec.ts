import fc from 'fast-check';
import { textAppearance } from '../../src/signing/appearance.ts';
import { archive } from '../../src/signing/archive.ts';
import { OID } from '../../src/signing/cms/object-identifiers.ts';
import { encodeForSigning, signedAttributes } from '../../src/signing/cms/signed-attributes.ts';
import { encodeSignedData } from '../../src/signing/cms/signed-data.ts';
import { LocalKey } from '../../src/signing/keys/local-key.ts';
import { fillHole } from '../../src/signing/pdf/signature-holes.ts';
import { issueCertificate } from '../../src/signing/test-authority/issue-certificate.ts';
import { issueTimestampToken } from '../../src/signing/test-authority/issue-timestamp.ts';
import { newKeyPair } from '../../src/signing/test-authority/key-kind.ts';
import { prepare } from '../../src/signing/prepare.ts';
import { prepareSeal, signWith } from '../../src/signing/dispatch-signatures.ts';
import { readSignatures } from '../../src/signing/pdf/read-signatures.ts';
import { Reference } from '../../src/signing/pdf/objects.ts';
import { PdfFile } from '../../src/signing/pdf/pdf-file.ts';
import type { FindingCode } from '../../src/signing/verification/report.ts';
import {
  verifyDispatch,
  type VerificationOptions,
} from '../../src/signing/verification/verify-dispatch.ts';
import { append, drawing, Loot, stream } from './tampering.ts';
import {
  AGENCY,
  anOffice,
  archived,
  folderOfTests,
  NUMBER,
  type Office,
  sealed,
  signed,
  SIGNER,
  unsigned,
} from './office.ts';

const folder = folderOfTests();
let office: Office;
let drawn: Buffer;
let person: Buffer;
let whole: Buffer;
let kept: Buffer;

beforeAll(async () => {
  office = await anOffice(folder);
  drawn = await unsigned();
  person = await signed(office, drawn);
  whole = await sealed(office, person);
  kept = await archived(office, whole);
});

const PAINT = 'BT /FR 20 Tf 100 400 Td (SAI) Tj ET';

interface Attack {
  name: string;
  /** What the verifier calls it. */
  finds: FindingCode;
  make(): Buffer | Promise<Buffer>;
  options?: Partial<VerificationOptions>;
}

function verify(pdf: Buffer, options: Partial<VerificationOptions> = {}) {
  return verifyDispatch(pdf, { trustedRoots: [office.authority.root], ...options });
}

/** Shows another value in a text field. */
function refill(pdf: Buffer, field: string, value: string): Buffer {
  const loot = new Loot(pdf);
  const number = loot.field(field);
  const objects = {
    [number]: loot.with(number, { V: `(${value})`, AP: `<</N ${loot.free} 0 R>>` }),
    [loot.free]: drawing(PAINT),
  };
  return append(pdf, { objects });
}

/** Fills in a number as the clerk would, but for its box or the font behind its name. */
function refillAs(pdf: Buffer, { box, font = 'FR' }: { box?: string; font?: string }): Buffer {
  const loot = new Loot(pdf);
  const number = loot.field('so_van_ban');
  const content = textAppearance(loot.file, loot.file.dictionaryAt(new Reference(number)), '412');
  const fonts = loot.at(loot.catalog, 'AcroForm', 'DR', 'Font', font);
  const resources = `<</Font <</FR ${fonts} 0 R>>>>`;
  const objects = {
    [number]: loot.with(number, { V: '(412)', AP: `<</N ${loot.free} 0 R>>` }),
    [loot.free]: drawing(content, box, resources),
  };
  return append(pdf, { objects });
}

function changed(
  pdf: Buffer,
  number: (loot: Loot) => number,
  changes: Record<string, string | null>,
): Buffer {
  const loot = new Loot(pdf);
  return append(pdf, { objects: { [number(loot)]: loot.with(number(loot), changes) } });
}

function overwrite(pdf: Buffer, from: string, to: string, after = 0): Buffer {
  const copy = Buffer.from(pdf);
  const start = copy.indexOf(from, after, 'latin1');
  if (start < 0 || from.length !== to.length) throw new Error('Nothing to overwrite');
  copy.write(to, start, 'latin1');
  return copy;
}

const catalog = (loot: Loot) => loot.catalog;
const page = (loot: Loot) => loot.page;
const form = (loot: Loot) => loot.at(loot.catalog, 'AcroForm');

const ATTACKS: Attack[] = [
  {
    name: 'number changed after the seal',
    finds: 'filled-after-seal',
    make: () => refill(whole, 'so_van_ban', '999'),
  },
  {
    name: 'day changed after the seal',
    finds: 'filled-after-seal',
    make: () => refill(whole, 'ngay', '01'),
  },
  {
    name: 'month emptied after the seal',
    finds: 'filled-after-seal',
    make: () => changed(whole, (loot) => loot.field('thang'), { V: null }),
  },
  {
    name: 'number changed in place',
    finds: 'digest-differs',
    make: () => overwrite(whole, '/V (412)', '/V (413)'),
  },
  {
    name: 'number in the page drawn anew over the old',
    finds: 'object-changed',
    make: () => {
      const loot = new Loot(whole);
      return append(whole, {
        objects: { [loot.at(loot.field('so_van_ban'), 'AP', 'N')]: drawing(PAINT) },
      });
    },
  },
  {
    name: 'number that shows other digits than it holds, sealed like that',
    finds: 'appearance-differs',
    make: () => sealed(office, refill(person, 'so_van_ban', '412'), null),
  },
  {
    name: 'the right digits, blown up over other words of the page',
    finds: 'appearance-differs',
    make: () => sealed(office, refillAs(person, { box: '[0 0 3.4 1.625]' }), null),
  },
  {
    name: 'the right digits, in letters of another font',
    finds: 'appearance-differs',
    make: () => sealed(office, refillAs(person, { font: 'FI' }), null),
  },
  {
    name: 'text painted on the page after the seal',
    finds: 'page-content-changed',
    make: () => {
      const loot = new Loot(whole);
      return append(whole, { objects: { [loot.at(loot.page, 'Contents')]: stream(PAINT) } });
    },
  },
  {
    name: 'text painted between the two signatures, and sealed',
    finds: 'page-content-changed',
    make: () => {
      const loot = new Loot(person);
      return sealed(
        office,
        append(person, { objects: { [loot.at(loot.page, 'Contents')]: stream(PAINT) } }),
      );
    },
  },
  {
    name: 'a second layer of content given to the page',
    finds: 'page-changed',
    make: () => {
      const loot = new Loot(whole);
      const Contents = `[${loot.value(loot.page, 'Contents')} ${loot.free} 0 R]`;
      const objects = {
        [loot.page]: loot.with(loot.page, { Contents }),
        [loot.free]: stream(PAINT),
      };
      return append(whole, { objects });
    },
  },
  {
    name: 'a comment laid over the page',
    finds: 'page-changed',
    make: () => {
      const loot = new Loot(whole);
      const note =
        '<</Type /Annot /Subtype /FreeText /Rect [100 400 300 450] /Contents (SAI) /F 4>>';
      const Annots = `[${loot.free} 0 R]`;
      return append(whole, {
        objects: { [loot.page]: loot.with(loot.page, { Annots }), [loot.free]: note },
      });
    },
  },
  {
    name: 'the page turned round',
    finds: 'page-changed',
    make: () => changed(whole, page, { Rotate: '180' }),
  },
  {
    name: 'a page appended',
    finds: 'page-changed',
    make: () => {
      const loot = new Loot(whole);
      const tree = loot.at(loot.catalog, 'Pages');
      const Kids = `[${loot.page} 0 R ${loot.free} 0 R]`;
      const added = `<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources <<>>>>`;
      return append(whole, {
        objects: { [tree]: loot.with(tree, { Kids, Count: '2' }), [loot.free]: added },
      });
    },
  },
  {
    name: 'the attachment replaced',
    finds: 'attachment-changed',
    make: () => {
      const loot = new Loot(whole);
      const file = loot.at(loot.catalog, 'AF', '0', 'EF', 'F');
      return append(whole, { objects: { [file]: stream('<van-ban/>', '/Type /EmbeddedFile') } });
    },
  },
  {
    name: 'the title replaced',
    finds: 'metadata-changed',
    make: () => {
      const loot = new Loot(whole);
      return append(whole, { objects: { [loot.at(loot.catalog, 'Metadata')]: stream('<x/>') } });
    },
  },
  {
    name: 'letters of the font swapped',
    finds: 'page-content-changed',
    make: () => {
      const loot = new Loot(whole);
      const font = loot.at(loot.page, 'Resources', 'Font', 'FR');
      return append(whole, { objects: { [font]: loot.with(font, { ToUnicode: null }) } });
    },
  },
  { name: 'the seal cut off', finds: 'seal-missing', make: () => person },
  {
    name: 'the seal taken out of its place',
    finds: 'signature-removed',
    make: () => changed(whole, (loot) => loot.field('DauCoQuan'), { V: null }),
  },
  {
    name: 'the person taken out of his place',
    finds: 'person-missing',
    make: () => changed(whole, (loot) => loot.field('ChuKyCaNhan'), { V: null, AP: null }),
  },
  {
    name: 'another picture of the signature',
    finds: 'signature-changed',
    make: () => changed(whole, (loot) => loot.field('ChuKyCaNhan'), { AP: '<<>>' }),
  },
  {
    name: 'the lock of the seal taken away',
    finds: 'signature-changed',
    make: () => changed(whole, (loot) => loot.field('DauCoQuan'), { Lock: null }),
  },
  {
    name: 'the signature moved on the page',
    finds: 'field-moved',
    make: () =>
      changed(whole, (loot) => loot.field('ChuKyCaNhan'), { Rect: '[100 100 241.73 182.21]' }),
  },
  {
    name: 'the number moved on the page',
    finds: 'field-moved',
    make: () => changed(person, (loot) => loot.field('so_van_ban'), { Rect: '[10 10 44 26.25]' }),
  },
  {
    name: 'the second revision of another dispatch',
    finds: 'digest-differs',
    make: async () => {
      // Signed a second apart: the same length, the same places, other bytes.
      const later = await signed(office, drawn, new Date(Date.now() + 1000));
      return Buffer.concat([later, whole.subarray(person.length)]);
    },
  },
  {
    name: 'the signature of another dispatch',
    finds: 'digest-differs',
    make: async () => {
      const other = await sealed(
        office,
        await signed(office, await unsigned({ abstract: 'việc khác' })),
      );
      const [, seal] = readSignatures(new PdfFile(other));
      const [, own] = readSignatures(new PdfFile(whole));
      return overwrite(whole, own!.contents.toString('hex'), seal!.contents.toString('hex'));
    },
  },
  {
    name: 'the archive timestamp cut off',
    finds: 'timestamp-required',
    make: () => whole,
    options: { requireTimestamp: true },
  },
  {
    name: 'the archive timestamp struck from the form',
    finds: 'form-changed',
    make: () => {
      const loot = new Loot(kept);
      const Fields = new Loot(whole).value(form(loot), 'Fields');
      return changed(kept, form, { Fields });
    },
  },
  {
    name: 'the archive timestamp blanked',
    finds: 'timestamp-invalid',
    make: () => {
      const hex = readSignatures(new PdfFile(kept)).at(-1)!.contents.toString('hex');
      return overwrite(kept, hex, '0'.repeat(hex.length));
    },
  },
  {
    name: 'the revocation list under the timestamp swapped',
    finds: 'timestamp-differs',
    make: () => overwrite(kept, '/CRLs [', '/CRLz [', whole.length),
  },
  {
    name: 'seal first, person afterwards',
    finds: 'wrong-order',
    make: async () => {
      const open = changed(drawn, (loot) => loot.field('DauCoQuan'), { Lock: null });
      const at = new Date();
      const seal = prepare(open, { field: 'DauCoQuan', signer: AGENCY, signedAt: at });
      const first = await signWith(seal, office.agency);
      return signWith(
        prepare(first, { field: 'ChuKyCaNhan', signer: SIGNER, signedAt: at }),
        office.person,
      );
    },
  },
  {
    name: 'the person sealing for himself',
    finds: 'same-certificate',
    make: () => sealed({ ...office, agency: office.person }, person),
  },
  {
    name: 'the seal of another agency',
    finds: 'certificate-of-another',
    make: () => whole,
    options: { agency: 'Sở Tài chính' },
  },
  {
    name: 'a script that runs on opening',
    finds: 'document-rules-changed',
    make: () => changed(whole, catalog, { OpenAction: '<</S /JavaScript /JS (1)>>' }),
  },
  {
    name: 'the certification taken away',
    finds: 'document-rules-changed',
    make: () => changed(whole, catalog, { Perms: null }),
  },
  {
    name: 'another root for the whole file',
    finds: 'root-changed',
    make: () => {
      const loot = new Loot(whole);
      const objects = { [loot.free]: loot.with(loot.catalog, { Lang: '(en)' }) };
      return append(whole, { objects, trailer: { Root: `${loot.free} 0 R` } });
    },
  },
  {
    name: 'a field of the same name added',
    finds: 'form-changed',
    make: () => {
      const loot = new Loot(whole);
      const Fields = loot.value(form(loot), 'Fields').replace(']', ` ${loot.free} 0 R]`);
      const twin = loot.with(loot.field('so_van_ban'), { V: '(999)' });
      return append(whole, {
        objects: { [form(loot)]: loot.with(form(loot), { Fields }), [loot.free]: twin },
      });
    },
  },
  {
    name: 'default text of the form changed',
    finds: 'form-changed',
    make: () => changed(whole, form, { NeedAppearances: 'true' }),
  },
  {
    name: 'content for a place the signed page left dangling',
    finds: 'page-content-changed',
    make: async () => {
      const loot = new Loot(drawn);
      const Contents = `[${loot.value(loot.page, 'Contents')} 700 0 R]`;
      const trap = changed(drawn, page, { Contents });
      const bait = await sealed(office, await signed(office, trap));
      return append(bait, { objects: { 700: stream(PAINT) } });
    },
  },
  {
    name: 'an object set back to an older version',
    finds: 'stray-bytes',
    make: () => {
      const loot = new Loot(whole);
      const number = loot.field('so_van_ban');
      const old = new PdfFile(drawn).sections[0]!.entries.get(number);
      const offset = old?.kind === 'offset' ? old.offset : NaN;
      return append(whole, { objects: {}, offsets: { [number]: offset } });
    },
  },
  {
    name: 'an object deleted',
    finds: 'object-removed',
    make: () => append(whole, { objects: {}, freed: [new Loot(whole).page] }),
  },
  {
    name: 'an object nobody is told of',
    finds: 'stray-bytes',
    make: () => append(whole, { objects: {}, stray: '900 0 obj\n<<>>\nendobj\n' }),
  },
  {
    name: 'bytes between the end of the file and an object',
    finds: 'stray-bytes',
    make: () => {
      const loot = new Loot(kept);
      const store = loot.at(loot.catalog, 'DSS');
      const objects = { [store]: loot.with(store, {}) };
      return append(kept, { objects, lead: '900 0 obj\n<<>>\nendobj\n' });
    },
  },
  {
    name: 'blank lines behind the end',
    finds: 'unreadable',
    make: () => Buffer.concat([whole, Buffer.from('\n\n')]),
  },
  {
    name: 'bytes behind the end',
    finds: 'unreadable',
    make: () => Buffer.concat([whole, Buffer.from('\n<</Evil true>>')]),
  },
  {
    name: 'the end cut off',
    finds: 'unreadable',
    make: () => whole.subarray(0, whole.length - 10),
  },
  {
    name: 'a byte range that leaves more out than the signature',
    finds: 'byte-range',
    make: () => {
      const [seal] = readSignatures(new PdfFile(whole)).slice(-1);
      const [, start, end, rest] = seal!.byteRange;
      const before = `[0 ${start} ${end} ${rest}]`;
      const after = `[0 ${start! - 1} ${end} ${rest}]`;
      return overwrite(whole, before, after.padEnd(before.length), person.length);
    },
  },
  {
    name: 'a byte range that ends before the end',
    finds: 'digest-differs',
    make: () => {
      const [seal] = readSignatures(new PdfFile(whole)).slice(-1);
      const [, start, end, rest] = seal!.byteRange;
      return overwrite(
        whole,
        `${start} ${end} ${rest}]`,
        `${start} ${end} ${rest! - 1}]`,
        person.length,
      );
    },
  },
  {
    name: 'an authority nobody trusts',
    finds: 'untrusted',
    make: () => whole,
    options: { trustedRoots: [] },
  },
  {
    name: 'a certificate that was revoked',
    finds: 'revoked',
    make: async () => {
      const other = await anOffice(`${folder}/revoked`);
      await other.authority.revoke(other.person.certificate, new Date());
      const pdf = await sealed(other, await signed(other, drawn));
      revokedOptions.trustedRoots = [other.authority.root];
      revokedOptions.revocationLists = [await other.authority.revocationList()];
      return pdf;
    },
    get options() {
      return revokedOptions;
    },
  },
  {
    name: 'a certificate that had expired',
    finds: 'expired',
    make: async () => {
      const late = new Date(Date.now() + 5 * 365 * 86_400_000);
      return sealed(office, await signed(office, drawn, late), NUMBER, late);
    },
  },
  {
    name: 'a signature that the certificate does not confirm',
    finds: 'signature-invalid',
    make: () => {
      const hex = readSignatures(new PdfFile(whole)).at(-1)!.contents.toString('hex');
      const end = hex.replace(/0+$/, '').length;
      const last = hex[end - 2] === '1' ? '2' : '1';
      return overwrite(
        whole,
        hex,
        hex.slice(0, end - 2) + last + hex.slice(end - 1),
        person.length,
      );
    },
  },
  {
    name: 'a signature that names no certificate',
    finds: 'binding-missing',
    make: async () => {
      const open = prepareSeal(person, {
        agency: AGENCY,
        sealedAt: new Date(),
        numberAndDate: NUMBER,
      });
      const all = signedAttributes(open.digest, office.agency.certificate);
      const attributes = all.filter(({ type }) => type !== OID.signingCertificateV2);
      const signature = await office.agency.sign(encodeForSigning(attributes));
      return fillHole(
        open,
        encodeSignedData({ ...office.agency, signedAttributes: attributes, signature }),
      );
    },
  },
  {
    name: "a certificate that bears the root's name, and not its signature",
    finds: 'untrusted',
    make: async () => {
      const { publicKey, privateKey } = await newKeyPair('P-256');
      const days = (count: number) => new Date(Date.now() + count * 86_400_000);
      const applicant = {
        purpose: 'agency',
        name: AGENCY,
        organisation: AGENCY,
        publicKey,
      } as const;
      const issuer = { privateKey, certificate: office.authority.root };
      const dates = { notBefore: days(-1), notAfter: days(90) };
      const certificate = await issueCertificate({ ...applicant, ...dates }, issuer);
      const agency = new LocalKey(privateKey, certificate, [office.authority.root]);
      return sealed({ ...office, agency }, person);
    },
  },
  {
    name: 'a timestamp by somebody who is no timestamp authority',
    finds: 'not-for-signing',
    make: () => {
      const timestamp = (digest: Buffer) => issueTimestampToken(digest, office.person, new Date());
      return archived({ ...office, timestamps: { timestamp } }, whole);
    },
  },
  {
    name: 'an object that nothing uses, appended after the seal',
    finds: 'unsigned-tail',
    make: () => append(whole, { objects: { [new Loot(whole).free]: '[(412)]' } }),
  },
  {
    name: 'an object that lies in wait beside number and seal',
    finds: 'hidden-object',
    make: () => {
      const planted = append(person, { objects: { [new Loot(person).free]: '[(412)]' } });
      return sealed(office, planted);
    },
  },
  { name: 'no signature at all', finds: 'not-signed', make: () => drawn },
  { name: 'no PDF at all', finds: 'unreadable', make: () => Buffer.from('Công văn số 412') },
];

const revokedOptions: Partial<VerificationOptions> = {};

describe('A tampered file never passes, and is called what it is', () => {
  it('is compared with files that do pass', () => {
    expect(verify(whole).isGenuine).toBe(true);
    expect(verify(kept, { requireTimestamp: true, agency: AGENCY }).isGenuine).toBe(true);
  });

  it('takes a number filled in as the clerk fills it, whatever wrote it', async () => {
    expect(verify(await sealed(office, refillAs(person, {}), null)).isGenuine).toBe(true);
  });

  it.each(ATTACKS)('$name: $finds', async (attack) => {
    const pdf = await attack.make();
    const { isGenuine, findings, sentence } = verify(pdf, attack.options);
    expect(
      findings.filter(({ verdict }) => verdict !== 'passed').map(({ code }) => code),
    ).toContain(attack.finds);
    expect(isGenuine).toBe(false);
    expect(sentence).toMatch(/^KHÔNG được coi là văn bản thật/);
  });

  it('finds any single changed bit outside the newest signature, without falling over', () => {
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
      { numRuns: 100 },
    );
  });

  it('is not thrown off by validation data that is none', async () => {
    const rubbish = [Buffer.from('không phải chứng thư'), Buffer.alloc(0)];
    const data = { certificates: rubbish, revocationLists: rubbish };
    const report = verify(await archive(whole, data, office.timestamps));
    expect(report.isGenuine).toBe(true);
    expect(report.findings.map(({ code }) => code)).toContain('revocation-unknown');
  });

  it('refuses whatever is cut from the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: kept.length - 1 }), (length) => {
        if (length === whole.length) return;
        expect(verify(kept.subarray(0, length)).isGenuine).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
