import { workbook, type TestSheet } from '../../support/workbook.ts';
import { HEADER, faultsOf, read } from './read-list.ts';

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
