import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inWords } from '../../src/platform/config/in-words.ts';
import { readJsonFile } from '../../src/platform/config/json-file.ts';
import { OfficeFile } from '../../src/ops/office-file.ts';
import { requireUsable } from '../../src/office/signing-keys/signing-file.ts';
import { parse } from '../../src/platform/web/schema.ts';
import { scratchFolder } from '../support/scratch.ts';

const MANDATE = { capacity: 'KT.', onBehalfOf: 'GIÁM ĐỐC', post: 'PHÓ GIÁM ĐỐC' };
const office = (mandate: object, more: object = {}) => ({
  office: { code: 'STTTT', name: 'Sở Thông tin và Truyền thông', place: 'Thái Bình' },
  people: [
    {
      username: 'pgd',
      fullName: 'Vũ Xuân Thành',
      post: 'Phó Giám đốc',
      roles: ['signer', 'clerk'],
      mandates: [{ ...MANDATE, validFrom: '2024-01-01', ...mandate }],
    },
  ],
  ...more,
});
const said = (act: () => unknown): string => {
  try {
    act();
    return '';
  } catch (error) {
    return inWords(error);
  }
};
const refusal = async (file: string): Promise<string> =>
  requireUsable(file).then(() => '', inWords);

describe('office.json', () => {
  it.each([
    [{ valid_to: '2026-01-01' }, 'people.0.mandates.0.valid_to', 'có phải “validTo”?'],
    [{ ValidTo: '2026-01-01' }, 'people.0.mandates.0.ValidTo', 'có phải “validTo”?'],
    [
      { documentType: ['giay-moi'] },
      'people.0.mandates.0.documentType',
      'có phải “documentTypes”?',
    ],
    [{ note: 'x' }, 'people.0.mandates.0.note', 'Các mục có thể ghi: capacity,'],
  ])('names what a mandate does not know: %j', (mandate, path, words) => {
    const line = said(() => parse(OfficeFile, office(mandate)));
    expect(line.startsWith(`${path}: `)).toBe(true);
    expect(line).toContain(words);
  });

  it('names it on every floor, all at once', () => {
    const file = office({ valid_to: null }, { contact: {}, groups: {} });
    const lines = said(() => parse(OfficeFile, file)).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toMatch(/contact: .*“contacts”/);
  });

  it('is taken when every key is known', () => {
    expect(said(() => parse(OfficeFile, office({ validTo: '2026-01-01' })))).toBe('');
  });

  it('names a person twice in it, and an office in which nobody could issue', () => {
    const [one] = office({}).people;
    const twice = said(() => parse(OfficeFile, { ...office({}), people: [one, one] }));
    expect(twice).toBe('people.1.username: “pgd” ghi hai lần. Bỏ một.');
    const none = { ...office({}), people: [{ ...one, roles: ['signer'] }] };
    expect(said(() => parse(OfficeFile, none))).toContain('Cơ quan chưa có văn thư');
    const before = { ...one, roles: undefined, role: 'clerk' };
    expect(said(() => parse(OfficeFile, { ...office({}), people: [before] }))).toBe('');
  });

  it('may begin as Windows begins files, and is told where it is no JSON', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'bom.json'), '\uFEFF{"a": 1}');
    await expect(readJsonFile(join(folder, 'bom.json'), 'Tệp')).resolves.toEqual({ a: 1 });
    await writeFile(join(folder, 'bad.json'), '{"a": }');
    await expect(readJsonFile(join(folder, 'bad.json'), 'Tệp')).rejects.toThrow(
      /không phải JSON đúng cách/,
    );
  });
});

describe('the file of SIGNING_CONFIG', () => {
  it('keeps the process from starting when it, or what it names, is gone or misspelt', async () => {
    const folder = await scratchFolder();
    const file = join(folder, 'signing.json');
    expect(await refusal(file)).toMatch(/^SIGNING_CONFIG .*không có tệp này/);
    await writeFile(file, '{"roots": ["root.pem"], "revocationList": []}');
    expect(await refusal(file)).toMatch(/revocationList: .*“revocationLists”/);
    await writeFile(file, '{"roots": ["root.pem", "other.pem"]}');
    await writeFile(join(folder, 'other.pem'), '');
    expect(await refusal(file)).toContain(
      `nêu tệp không có hoặc không đọc được: ${folder}/root.pem.`,
    );
    await writeFile(join(folder, 'root.pem'), '');
    expect(await refusal(file)).toBe('');
  });
});
