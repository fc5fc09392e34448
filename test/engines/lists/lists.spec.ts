import { deflateRawSync } from 'node:zlib';
import { readAgencyFile } from '../../../src/office/directory/importing/agency-file.ts';
import { InvalidInput, type FieldError } from '../../../src/platform/web/invalid-input.ts';
import { workbook, type TestSheet } from '../../support/workbook.ts';

const HEADER = ['code', 'name', 'kind', 'parent_code', 'email', 'telephone', 'valid_from'];

const read = async (bytes: Buffer | string) => {
  const { rows, notes } = await readAgencyFile(Buffer.from(bytes));
  return { rows: rows.map(({ row }) => row), notes };
};
const faultsOf = async (bytes: Buffer | string): Promise<FieldError[]> => {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors;
    throw error;
  }
  return [];
};
const sheet = (...rows: TestSheet['rows'] extends infer R ? Exclude<R, string> : never) =>
  workbook({ sheets: [{ rows: [HEADER, ...rows] }] });

describe('codes and telephones that are numbers', () => {
  it.each([
    [97, '00000', '00097'],
    [7, '000', '007'],
    [123456, '00000', '123456'],
    [97, '"X"000', 'X097'],
    [227383123, '0000 000 000', '0227 383 123'],
    [227383123, '"0"#########', '0227383123'],
    [227383123, '\\0000000000', '0227383123'],
    [227383123, '[$-42A]0000000000;@', '0227383123'],
  ])('%i under %s is %s', async (n, format, code) => {
    const { rows } = await read(sheet([{ n, format }, 'Xã A', 'commune']));
    expect(rows[0]!.code).toBe(code);
  });

  it.each([
    ['General', 97],
    ['0', 97],
    ['#,##0', 11001],
    ['0.00', 97],
    ['0%', 97],
    ['00000', '97.5'],
    ['00000', '1.5E+20'],
  ])('under %s nobody knows what %s was', async (format, n) => {
    expect(await faultsOf(sheet([{ n, format }, 'Xã A', 'commune']))).toEqual([
      { path: 'lines.2.code', message: expect.stringContaining('số 0 ở đầu đã mất') },
    ]);
  });

  it('a telephone, a parent or a successor is refused the same way', async () => {
    const row = ['A1', 'Xã A', 'commune', 12, null, 227383123];
    expect((await faultsOf(sheet(row))).map(({ path }) => path)).toEqual([
      'lines.2.parent_code',
      'lines.2.telephone',
    ]);
  });

  it.each(['d-mmm', 'dd/mm/yyyy', 'mm-dd-yy', '[$-409]mmm-yy'])(
    'a code is no day: %s',
    async (format) => {
      expect(await faultsOf(sheet([{ n: 45839, format }, 'Xã A', 'commune']))).toEqual([
        { path: 'lines.2.code', message: expect.stringContaining('đổi ô này thành ngày') },
      ]);
    },
  );

  it.each(['2.27E+08', '2,27E+08', '1E+11'])('%s in a CSV has lost its digits', async (code) => {
    expect(await faultsOf(`code;name;kind\n${code};Xã A;commune`)).toEqual([
      { path: 'lines.2.code', message: expect.stringContaining('lũy thừa') },
    ]);
  });

  it.each([
    ['yyyy-mm-dd', 45839, false],
    ['dd/mm/yyyy', 45839.75, false],
    ['[$-42A]d mmmm yyyy', 45839, false],
    ['yyyy-mm-dd', 45839 - 1462, true],
  ])('a day is one under %s (%s, counted from 1904: %s)', async (format, n, date1904) => {
    const rows = [HEADER, ['A1', 'Xã A', 'commune', null, null, null, { n, format }]];
    const file = await read(workbook({ date1904, sheets: [{ rows }] }));
    expect(file.rows[0]!.valid_from).toBe('2025-07-01');
  });
});

describe('the sheet that is read', () => {
  const list = (name: string): TestSheet['rows'] => [HEADER, ['A1', name, 'commune']];

  it.each(['hidden', 'veryHidden'] as const)('is none that is %s, and is named', async (state) => {
    const sheets = [
      { name: 'cũ', state, rows: list('Xã Cũ') },
      { name: 'mới', rows: list('Xã A') },
    ];
    const { rows, notes } = await read(workbook({ sheets }));
    expect(rows.map(({ name }) => name)).toEqual(['Xã A']);
    expect(notes).toEqual(['Đã đọc trang tính “mới”; không đọc “cũ” (đang ẩn).']);
  });

  it('is the first with the columns of a list', async () => {
    const guide: TestSheet = { name: 'Hướng dẫn', rows: [['Cách điền biểu này']] };
    const { rows, notes } = await read(
      workbook({
        sheets: [guide, { name: 'DS', rows: list('Xã A') }, { name: 'DS2', rows: list('Xã B') }],
      }),
    );
    expect(rows.map(({ name }) => name)).toEqual(['Xã A']);
    expect(notes).toEqual(['Đã đọc trang tính “DS”; không đọc “Hướng dẫn”, “DS2”.']);
  });

  it('is none where all are hidden', async () => {
    const sheets = [{ state: 'hidden' as const, rows: list('Xã A') }];
    expect(await faultsOf(workbook({ sheets }))).toMatchObject([
      { message: expect.stringContaining('không có trang tính nào hiện ra') },
    ]);
  });

  it('is read with the lines that a filter hides, and says so', async () => {
    const rows = [HEADER, ['A1', 'Xã A', 'commune'], ['A2', 'Xã B', 'commune']];
    const file = await read(workbook({ sheets: [{ rows, hiddenRows: [3] }] }));
    expect(file.rows).toHaveLength(2);
    expect(file.notes).toEqual([expect.stringContaining('1 dòng đang ẩn')]);
  });

  it('may have a title above its columns', async () => {
    const rows = [['DANH SÁCH CƠ QUAN'], [], ...(list('Xã A') as string[][])];
    const { rows: found, notes } = await read(workbook({ sheets: [{ rows, merged: ['A1:G1'] }] }));
    expect(found).toHaveLength(1);
    expect(notes).toEqual([expect.stringContaining('Tên cột ở dòng 3')]);
  });
});

describe('cells that hold no value', () => {
  it.each(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!'])(
    '%s is refused where it stands',
    async (error) => {
      const cell = { t: 'e', xml: `<f>VLOOKUP(A2,Z:Z,1,0)</f><v>${error}</v>` };
      const inText = { t: 'str', xml: `<v>${error}</v>` };
      for (const value of [cell, inText]) {
        const faults = await faultsOf(sheet(['A1', 'Xã A', 'commune', null, value]));
        expect(faults).toEqual([
          { path: 'lines.2.email', message: expect.stringContaining(error) },
        ]);
      }
      const csv = `code,name,kind,telephone\nA1,Xã A,commune,${error}`;
      expect(await faultsOf(csv)).toMatchObject([{ path: 'lines.2.telephone' }]);
    },
  );

  it('a formula that was never reckoned is refused, not left out', async () => {
    const cell = { xml: '<f>CONCATENATE("a",A2)</f>' };
    expect(await faultsOf(sheet(['A1', 'Xã A', 'commune', null, cell]))).toEqual([
      { path: 'lines.2.email', message: expect.stringContaining('công thức chưa có kết quả') },
    ]);
  });

  it.each([
    ['1', 'TRUE'],
    ['0', 'FALSE'],
  ])('a truth value (%s, shown as %s) is refused, not made a word', async (v) => {
    const cell = { t: 'b', xml: `<v>${v}</v>` };
    expect(await faultsOf(sheet([cell, 'Xã A', 'commune']))).toEqual([
      { path: 'lines.2.code', message: expect.stringContaining('đúng/sai') },
    ]);
  });

  it('a merged cell is the value of each of its lines, and is told of', async () => {
    const rows = [
      HEADER,
      ['P1', 'Huyện P', 'district'],
      ['A1', 'Xã A', 'commune', 'P1'],
      ['A2', 'Xã B'],
    ];
    const { rows: found, notes } = await read(
      workbook({ sheets: [{ rows, merged: ['C3:C4', 'D3:D4'] }] }),
    );
    expect(found[2]).toMatchObject({ name: 'Xã B', kind: 'commune', parent_code: 'P1' });
    expect(notes).toEqual([expect.stringContaining('2 ô gộp (C3:C4, D3:D4)')]);
  });

  it('one that lies across columns is refused', async () => {
    const rows = [HEADER, ['A1', 'Xã A', 'commune']];
    expect(await faultsOf(workbook({ sheets: [{ rows, merged: ['B2:C2'] }] }))).toEqual([
      { path: 'lines.2.name', message: expect.stringContaining('B2:C2') },
    ]);
  });
});

describe('texts of a workbook', () => {
  it('are those that are shown: runs joined, escapes undone, readings left out', async () => {
    const xml =
      '<is><r><t>Xã </t></r><r><rPr><b/></rPr><t>A &amp; B_x000A_</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>';
    const { rows } = await read(sheet(['A1', { t: 'inlineStr', xml }, 'commune']));
    expect(rows[0]!.name).toBe('Xã A & B');
  });

  it('may stand in the table of shared strings, under prefixes, without places', async () => {
    const strings = ['code', 'name', 'kind', 'A1', 'Xã A', 'commune'];
    const row = (from: number) =>
      `<x:row>${[0, 1, 2].map((at) => `<x:c t="s"><x:v>${from + at}</x:v></x:c>`).join('')}</x:row>`;
    const parts = {
      'xl/sharedStrings.xml': `<x:sst xmlns:x="m">${strings.map((one) => `<x:si><x:t>${one}</x:t></x:si>`).join('')}</x:sst>`,
    };
    const { rows } = await read(workbook({ sheets: [{ rows: row(0) + row(3) }], parts }));
    expect(rows).toEqual([{ code: 'A1', name: 'Xã A', kind: 'commune' }]);
  });
});

describe('names of columns', () => {
  it.each([
    ['E-mail', 'email', 'a@example.vn'],
    [' Thư điện tử : ', 'email', 'a@example.vn'],
    ['Địa chỉ email (*)', 'email', 'a@example.vn'],
    ['Số điện thoại', 'telephone', '0227383123'],
    ['SỐ ĐIỆN THOẠI', 'telephone', '0227383123'],
    ['so dien thoai', 'telephone', '0227383123'],
    ['SĐT', 'telephone', '0227383123'],
    ['Mã cấp trên (parent_code)', 'parent_code', 'P1'],
    ['Hiệu lực từ ngày', 'valid_from', '2025-07-01'],
    ['telephone\u00a0', 'telephone', '0227383123'],
  ])('%s is %s', async (name, column, value) => {
    const csv = `\ufeffMã,Tên,Loại (kind),${name}\nA1,Xã A,commune,${value}`;
    const { rows, notes } = await read(csv);
    expect(rows[0]).toMatchObject({ code: 'A1', kind: 'commune', [column]: value });
    expect(notes).toEqual([]);
  });

  it.each([
    ['emial', 'email'],
    ['telefone', 'telephone'],
    ['Điện thoại bàn', 'telephone'],
    ['parentcode2', 'parent_code'],
  ])('%s is not read, and may be %s', async (name, column) => {
    const { notes } = await read(`code,name,kind,${name}\nA1,Xã A,commune,x`);
    expect(notes).toEqual([
      expect.stringMatching(new RegExp(`Không đọc cột “${name}”: có phải cột ${column}`)),
    ]);
  });

  it('what has no likeness, or no name, is told of as well', async () => {
    const { notes } = await read(sheetWithout());
    expect(notes).toEqual(['Không đọc cột “Người ghi chép”.', 'Không đọc cột E vì không có tên.']);
  });
  const sheetWithout = () =>
    workbook({
      sheets: [
        {
          rows: [
            ['code', 'name', 'kind', 'Người ghi chép'],
            ['A1', 'Xã A', 'commune', 'An', 'x'],
          ],
        },
      ],
    });

  it('two for one column are refused', async () => {
    expect(await faultsOf('code,name,kind,email,E-mail\nA1,Xã A,commune,,a@b.vn')).toEqual([
      { path: 'lines.1', message: expect.stringContaining('“email” và “E-mail”') },
    ]);
  });

  it('none for codes is refused with those that are there', async () => {
    expect(await faultsOf('ten,loai\nXã A,commune')).toEqual([
      { path: 'lines.1', message: expect.stringMatching(/thiếu cột code.*ten, loai/) },
    ]);
  });
});

describe('what separates the cells of a CSV', () => {
  const row = { code: 'A1', name: 'Trung tâm Y tế, cơ sở 2', kind: 'department' };
  it.each([
    ['a semicolon, with commas within', `code;name;kind\nA1;${row.name};department`],
    [
      'a comma, with semicolons within',
      `code,name,kind,successor_code\nA1,"${row.name}",department,`,
    ],
    ['a tab, with both within', `code\tname\tkind\nA1\t${row.name}\tdepartment`],
    ['what its first line says', `sep=;\ncode;name;kind\nA1;${row.name};department`],
    [
      'a semicolon, under names with commas',
      `code;"tên, đầy đủ (name)";kind\nA1;${row.name};department`,
    ],
    [
      'a semicolon, under a title with commas',
      `DANH BẠ CƠ QUAN, ĐƠN VỊ, CẬP NHẬT 2026\n\ncode;name;kind\nA1;${row.name};department`,
    ],
    ['a comma, under a title alone', `DANH BẠ\ncode,name,kind\nA1,"${row.name}",department`],
    ['a tab, under two lines', `Sở A; Sở B\n1; 2\ncode\tname\tkind\nA1\t${row.name}\tdepartment`],
    [
      'quotes with line ends within',
      `code;name;kind\r\nA1;"Trung tâm Y tế,\r\ncơ sở 2";department\r\n`,
    ],
  ])('is %s', async (_what, csv) => {
    expect((await read(csv)).rows).toEqual([row]);
  });

  it.each([
    ['code;name;kind;email\nA1;Xã A;commune;a@b.vn; c@d.vn', 'lines.2', 'dấu chấm phẩy'],
    ['code,name,kind\nA1,Trung tâm, cơ sở 2,commune', 'lines.2', 'dấu phẩy'],
    ['code\tname\tkind\nA1\tXã A', 'lines.2', 'dấu tab'],
    ['sep=,\ncode,name,kind\nA1,"Xã A,commune', 'lines.3', 'nháy'],
  ])('and a cell too many or few is found: %j', async (csv, path, words) => {
    const [fault, ...others] = await faultsOf(csv);
    expect(fault).toEqual({ path, message: expect.stringContaining(words) });
    expect(others).toEqual([]);
  });
});

describe('what a spreadsheet leaves in CSV', () => {
  const faultOf = (code: string, telephone = '') =>
    faultsOf(`code,name,kind,telephone\n${code},Xã A,commune,${telephone}`);

  it.each(['12-May', 'May-24', '05-Thg1', 'thg 5-24', '1-Jan-2024'])(
    'of a code: %s',
    async (code) => {
      expect(await faultOf(code)).toEqual([
        { path: 'lines.2.code', message: expect.stringContaining('đã đổi ô này thành ngày') },
      ]);
    },
  );
  it.each(['912345678', '2273831234', '386123456'])('of a telephone: %s', async (telephone) => {
    expect(await faultOf('A1', telephone)).toEqual([
      { path: 'lines.2.telephone', message: expect.stringContaining('thiếu số 0') },
    ]);
  });
  it.each(['19001234', '1800599920', '0912345678', '+84912345678', '84912345678', '0227 3831 234'])(
    'is not %s',
    async (telephone) => {
      expect(await faultOf('MAY-24', telephone)).toEqual([]);
    },
  );
});

describe('files that take more than they give', () => {
  const bomb = (bytes: number) => ' '.repeat(bytes);
  it.each([
    ['a sheet', { 'xl/worksheets/sheet1.xml': bomb(45_000_000) }],
    ['the shared strings', { 'xl/sharedStrings.xml': bomb(45_000_000) }],
    ['several parts together', { 'xl/a.xml': bomb(25_000_000), 'xl/b.xml': bomb(25_000_000) }],
  ])('are not unpacked: %s', async (_what, parts) => {
    const bytes = workbook({ sheets: [{ rows: [HEADER] }], parts });
    expect(bytes.length).toBeLessThan(300_000);
    expect(await faultsOf(bytes)).toEqual([
      { path: 'lines.1', message: expect.stringContaining('lớn bất thường') },
    ]);
  });

  it('that lie about their size give no more than they say', async () => {
    const bytes = workbook({
      sheets: [{ rows: [HEADER] }],
      parts: { 'xl/styles.xml': bomb(30_000_000) },
    });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(30_000_000);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(1000);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size)) small.copy(bytes, at);
    expect(await faultsOf(bytes)).not.toEqual([]);
  });

  it('that define entities are refused, not expanded', async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}">]><workbook>&a;</workbook>`;
    const bytes = workbook({ sheets: [], parts: { 'xl/workbook.xml': xml } });
    expect(await faultsOf(bytes)).toEqual([
      { path: 'lines.1', message: expect.stringContaining('Không đọc được tệp Excel') },
    ]);
  });

  it('may name the last cell of a sheet without being as large as one', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>A1</t></is></c></row>';
    const faults = await faultsOf(workbook({ sheets: [{ rows, merged: ['C2:C1048576'] }] }));
    expect(faults).toEqual([]);
  });

  it.each([
    ['columns', `code,${Array.from({ length: 80 }, (_, at) => `c${at}`).join(',')}\nA1`, '60 cột'],
    [
      'lines',
      `code\n${Array.from({ length: 20_002 }, (_, at) => `A${at}`).join('\n')}`,
      '20000 dòng',
    ],
  ])('have no more %s than a list has', async (_what, csv, words) => {
    expect(await faultsOf(csv)).toEqual([
      { path: 'lines.1', message: expect.stringContaining(words) },
    ]);
  });

  it.each([
    ['no workbook', Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.alloc(100))])],
    ['an old one', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1000, '0'), 'hex')],
    ['a workbook without sheets', workbook({ sheets: [] })],
  ])('that are %s say what to do', async (_what, bytes) => {
    expect(await faultsOf(bytes)).toMatchObject([{ path: 'lines.1' }]);
  });
});
