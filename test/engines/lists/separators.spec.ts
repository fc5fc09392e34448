import { faultsOf, read } from './read-list.ts';

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
