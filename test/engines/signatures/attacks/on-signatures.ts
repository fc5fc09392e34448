import { signWith } from '../../../../src/engines/signatures/dispatch-signatures.ts';
import { PdfFile } from '../../../../src/engines/signatures/pdf/pdf-file.ts';
import { readSignatures } from '../../../../src/engines/signatures/pdf/read-signatures.ts';
import { prepare } from '../../../../src/engines/signatures/prepare.ts';
import { AGENCY, sealed, signed, SIGNER, unsigned } from '../office.ts';
import { Loot } from '../tampering.ts';
import { type Attack, changed, form, overwrite } from './attack.ts';

export const ON_SIGNATURES: Attack[] = [
  { name: 'the seal cut off', finds: 'seal-missing', make: ({ person }) => person },
  {
    name: 'the seal taken out of its place',
    finds: 'signature-removed',
    make: ({ whole }) => changed(whole, (loot) => loot.field('DauCoQuan'), { V: null }),
  },
  {
    name: 'the person taken out of his place',
    finds: 'person-missing',
    make: ({ whole }) => changed(whole, (loot) => loot.field('ChuKyCaNhan'), { V: null, AP: null }),
  },
  {
    name: 'another picture of the signature',
    finds: 'signature-changed',
    make: ({ whole }) => changed(whole, (loot) => loot.field('ChuKyCaNhan'), { AP: '<<>>' }),
  },
  {
    name: 'the lock of the seal taken away',
    finds: 'signature-changed',
    make: ({ whole }) => changed(whole, (loot) => loot.field('DauCoQuan'), { Lock: null }),
  },
  {
    name: 'the second revision of another dispatch',
    finds: 'digest-differs',
    make: async ({ office, drawn, person, whole }) => {
      // Signed a second apart: the same length, the same places, other bytes.
      const later = await signed(office, drawn, new Date(Date.now() + 1000));
      return Buffer.concat([later, whole.subarray(person.length)]);
    },
  },
  {
    name: 'the signature of another dispatch',
    finds: 'digest-differs',
    make: async ({ office, whole }) => {
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
    make: ({ whole }) => whole,
    options: { requireTimestamp: true },
  },
  {
    name: 'the archive timestamp struck from the form',
    finds: 'form-changed',
    make: ({ whole, kept }) => {
      const loot = new Loot(kept);
      const Fields = new Loot(whole).value(form(loot), 'Fields');
      return changed(kept, form, { Fields });
    },
  },
  {
    name: 'the archive timestamp blanked',
    finds: 'timestamp-invalid',
    make: ({ kept }) => {
      const hex = readSignatures(new PdfFile(kept)).at(-1)!.contents.toString('hex');
      return overwrite(kept, hex, '0'.repeat(hex.length));
    },
  },
  {
    name: 'the revocation list under the timestamp swapped',
    finds: 'timestamp-differs',
    make: ({ whole, kept }) => overwrite(kept, '/CRLs [', '/CRLz [', whole.length),
  },
  {
    name: 'seal first, person afterwards',
    finds: 'wrong-order',
    make: async ({ office, drawn }) => {
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
    name: 'a signature that the certificate does not confirm',
    finds: 'signature-invalid',
    make: ({ person, whole }) => {
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
  { name: 'no signature at all', finds: 'not-signed', make: ({ drawn }) => drawn },
];
