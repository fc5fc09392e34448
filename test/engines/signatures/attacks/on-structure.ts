import { PdfFile } from '../../../../src/engines/signatures/pdf/pdf-file.ts';
import { readSignatures } from '../../../../src/engines/signatures/pdf/read-signatures.ts';
import { sealed } from '../office.ts';
import { append, Loot } from '../tampering.ts';
import { type Attack, overwrite } from './attack.ts';

export const ON_STRUCTURE: Attack[] = [
  {
    name: 'an object set back to an older version',
    finds: 'stray-bytes',
    make: ({ drawn, whole }) => {
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
    make: ({ whole }) => append(whole, { objects: {}, freed: [new Loot(whole).page] }),
  },
  {
    name: 'an object nobody is told of',
    finds: 'stray-bytes',
    make: ({ whole }) => append(whole, { objects: {}, stray: '900 0 obj\n<<>>\nendobj\n' }),
  },
  {
    name: 'bytes between the end of the file and an object',
    finds: 'stray-bytes',
    make: ({ kept }) => {
      const loot = new Loot(kept);
      const store = loot.at(loot.catalog, 'DSS');
      const objects = { [store]: loot.with(store, {}) };
      return append(kept, { objects, lead: '900 0 obj\n<<>>\nendobj\n' });
    },
  },
  {
    name: 'blank lines behind the end',
    finds: 'unreadable',
    make: ({ whole }) => Buffer.concat([whole, Buffer.from('\n\n')]),
  },
  {
    name: 'bytes behind the end',
    finds: 'unreadable',
    make: ({ whole }) => Buffer.concat([whole, Buffer.from('\n<</Evil true>>')]),
  },
  {
    name: 'the end cut off',
    finds: 'unreadable',
    make: ({ whole }) => whole.subarray(0, whole.length - 10),
  },
  {
    name: 'a byte range that leaves more out than the signature',
    finds: 'byte-range',
    make: ({ person, whole }) => {
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
    make: ({ person, whole }) => {
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
    name: 'an object that nothing uses, appended after the seal',
    finds: 'unsigned-tail',
    make: ({ whole }) => append(whole, { objects: { [new Loot(whole).free]: '[(412)]' } }),
  },
  { name: 'no PDF at all', finds: 'unreadable', make: () => Buffer.from('Công văn số 412') },
  {
    name: 'an object that lies in wait beside number and seal',
    finds: 'hidden-object',
    make: ({ office, person }) => {
      const planted = append(person, { objects: { [new Loot(person).free]: '[(412)]' } });
      return sealed(office, planted);
    },
  },
];
