import { workbook } from '../../support/workbook.ts';
import { HEADER, faultsOf, read, sheet } from './read-list.ts';

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
