import { workbook } from '../../support/workbook.ts';
import { faultsOf, read } from './read-list.ts';

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
