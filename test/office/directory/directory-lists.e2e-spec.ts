import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { byName } from '../../../src/platform/text/name-order.ts';
import type { Browser } from '../../support/office.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { workbook } from '../../support/workbook.ts';

const NAMES = [
  'Yên Mỹ',
  'Đông Á',
  'An Bình',
  'Ứng Hòa',
  'Ơn',
  'Áng',
  'Ăn',
  'Ân',
  'an',
  'Dân',
  'Ỷ La',
  'Ô Mễ',
  'Xã 10',
  'Xã 2',
];

describe('lists of agencies', () => {
  let office: TestOffice;
  let clerk: Browser;
  let imported: { body: unknown };
  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
    const rows = [
      'HB.1,Ủy ban nhân dân xã Hoà Bình,commune,hoabinh@xa.example',
      'HB.2,Ủy ban nhân dân xã Hòa Bình,commune,hb2@xa.example',
      'TD.1,Ủy ban nhân dân xã Thụy Dương,commune,thuyduong@xa.example',
      'TD.2,Ủy ban nhân dân xã Thuỵ Dương,commune,td2@xa.example',
      'TD.3,Ủy ban nhân dân xã Lục Sỹ Thành,commune,lucsy.thanh@xa.example',
      'TD.21,Ủy ban nhân dân xã Khoẻ Mạnh,commune,khoe@xa.example',
    ];
    const csv = ['code,name,kind,E-mail,STT', ...rows.map((row) => `${row},1`)].join('\n');
    imported = await clerk.post('/api/agencies/import').type('text/csv').send(csv);
  });
  afterAll(() => office?.close());

  const codes = async (q: string): Promise<string[]> => {
    const { body } = await clerk.get('/api/agencies').query({ q }).expect(200);
    return body.items.map(({ code }: { code: string }) => code);
  };

  it('say what of them was not read', () => {
    expect(imported.body).toEqual({ created: 6, updated: 0, notes: ['Không đọc cột “STT”.'] });
  });

  it.each([
    ['xã Hòa Bình', ['HB.1', 'HB.2']],
    ['xã Hoà Bình', ['HB.1', 'HB.2']],
    ['xa hoa binh', ['HB.1', 'HB.2']],
    ['XÃ HÒA BÌNH', ['HB.1', 'HB.2']],
    ['xã Hoà Bình'.normalize('NFD'), ['HB.1', 'HB.2']],
    ['Thụy Dương', ['TD.1', 'TD.2']],
    ['Thuỵ Dương', ['TD.1', 'TD.2']],
    ['Khỏe', ['TD.21']],
    ['khoẻ mạ', ['TD.21']],
    ['Lục Sĩ Thành', ['TD.3']],
    ['luc sy', ['TD.3']],
    ['lucsy.th', ['TD.3']],
    ['TD.2', ['TD.2']],
    ['td.2', ['TD.2']],
    ['hoabinh@xa.example', ['HB.1']],
    ['HOABINH@xa', ['HB.1']],
    ['bình hòa', []],
    ['%', []],
    ['???', []],
  ])('are searched for %s', async (q, wanted) => {
    const found = await codes(q);
    expect(found.filter((code) => /^(HB|TD)\./.test(code))).toEqual(wanted);
    const { text } = await clerk.get('/directory').query({ q }).expect(200);
    for (const code of wanted) expect(text).toContain(code);
  });

  it('“Ủy ban” and “Uỷ ban” find the same', async () => {
    const { body: old } = await clerk.get('/api/agencies').query({ q: 'Ủy ban' });
    const { body: now } = await clerk.get('/api/agencies').query({ q: 'Uỷ ban' });
    expect(old.total).toBeGreaterThan(4);
    expect(now.total).toBe(old.total);
  });

  it('names have one order, in the database as here', async () => {
    const rows = await office.database.query<{ name: string }[]>(
      `SELECT name FROM unnest($1::text[]) AS name ORDER BY name COLLATE "vi-x-icu"`,
      [NAMES],
    );
    const sorted = rows.map(({ name }) => name);
    expect(NAMES.toSorted(byName)).toEqual(sorted);
    expect(sorted.indexOf('Đông Á')).toBeGreaterThan(sorted.indexOf('Dân'));
    expect(sorted.indexOf('Đông Á')).toBeLessThan(sorted.indexOf('Yên Mỹ'));
    for (const name of ['Yên', 'Đông', 'Dân', 'Ân', 'Ăn']) {
      await clerk.post('/api/groups').send({ name, kinds: ['commune'] });
    }
    const { body } = await clerk.get('/api/groups').expect(200);
    const names = body.map((group: { name: string }) => group.name);
    expect(names).toEqual(names.toSorted(byName));
  });

  it('what a file holds beside a list is seen before it is written', async () => {
    const rows = [
      ['code', 'name', 'kind', 'Ghi chú'],
      ['N1', 'Xã N', 'commune', 'x'],
    ];
    const bytes = workbook({
      sheets: [
        { name: 'Cũ', state: 'hidden', rows },
        { name: 'Mới', rows },
      ],
    });
    const sent = await clerk.post('/directory/import').attach('file', bytes, 'a.xlsx').expect(303);
    const { text } = await clerk.get(sent.headers.location!).expect(200);
    expect(text).toContain('Đã đọc trang tính “Mới”; không đọc “Cũ” (đang ẩn).');
    expect(text).toContain('Không đọc cột “Ghi chú”.');
  });

  it('others are answered while a list takes its time, and a workbook that unpacks to much is refused', async () => {
    const bomb = workbook({
      sheets: [{ rows: [['code']] }],
      parts: { 'xl/sharedStrings.xml': ' '.repeat(60_000_000) },
    });
    const large = `code,name,kind\n${Array.from({ length: 19_000 }, (_, at) => `L${at},,commune`).join('\n')}`;
    const order: string[] = [];
    const list = clerk
      .post('/directory/import')
      .attach('file', Buffer.from(large), 'a.csv')
      .then((answer) => {
        order.push('list');
        return answer;
      });
    await clerk.get('/account').expect(200);
    order.push('page');
    expect((await list).status).toBe(422);
    expect(order).toEqual(['page', 'list']);
    const { status, text } = await clerk.post('/directory/import').attach('file', bomb, 'a.xlsx');
    expect(status).toBe(422);
    expect(text).toContain('lớn bất thường');
  });
});
