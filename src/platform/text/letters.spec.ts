import { code } from './letters.ts';
import { InvalidInput } from '../web/invalid-input.ts';
import { line, parse, text } from '../web/schema.ts';

/** What was wrong with it, or what it became. */
function taken(schema: Parameters<typeof parse>[0], value: string): unknown {
  try {
    return parse(schema, value);
  } catch (error) {
    return (error as InvalidInput).errors[0]!.message;
  }
}

describe('a code', () => {
  it.each(['TB.01', 'PGD-VXT', 'H36.7', '000.00.15.H36', 'SỞ.TT', 'đơn_vị/2', 'UBND.12433', 'A 1'])(
    'may be %s',
    (value) => {
      expect(taken(code(50), value)).toBe(value);
    },
  );

  it.each([
    '.',
    '..',
    '.TB',
    'TB.',
    'TB..01',
    '-1',
    '=1+1',
    '+84',
    '@SUM(A1)',
    '-cmd|x',
    '/etc',
    'TB. 01',
    'TB|01',
    'TB;01',
    'TB,01',
    '<b>',
    'TB&1',
    "TB'01",
    '"TB"',
    'TB(1)',
    'TB#1',
    'TB%2e',
    'TB\\1',
    'TB\u000101',
    'TB\u0000',
    'TB\t01',
    'TB\n01',
    'TB\u007f',
    'TB\u008501',
    'T\ud800B',
    'TB\u202e10',
    'TB\u200e01',
    'TB\u200b01',
    'TB\u00ad01',
    'TB\u206601',
    'TB\u{e0041}',
    'TB\ufe0f',
    'ТВ.01',
    'Ð.01',
    'TB\uff0e01',
    '\uff34\uff22.01',
    'ТB.01',
    'TΒ.01',
    'TB.0\u0661',
    'TB\u00a001',
    'Z\u0323',
  ])('is never %j, and it says why', (value) => {
    expect(taken(code(50), value)).toMatch(/^Mã (có ký tự lạ|bắt đầu và kết thúc)/);
  });

  it('names the letter that cannot be seen, and the one that looks like another', () => {
    expect(taken(code(50), 'TB\u200b01')).toContain('ẩn (U+200B)');
    expect(taken(code(50), 'ТВ.01')).toContain('Т (U+0422)');
  });
});

describe('a line', () => {
  it('loses what comes along unseen from Word, web pages and telephones', () => {
    const pasted =
      '\ufeffNguyễn\u200b Thị\u00a0 Ha\u0323nh\u200e \u202d0227\u202c\u2060\u00ad\u2028A';
    expect(taken(line(100), pasted)).toBe('Nguyễn Thị Hạnh 0227 A');
    expect(taken(line(100), '\u200b \u2060')).toBe('Không được để trống.');
  });

  it.each(['\u202e', '\u202b', '\u2067', '\u200f', '\u061c'])(
    'is not turned around by %j: it says where',
    (mark) => {
      const message = taken(line(100), `Lê ${mark}gpj.exe`);
      expect(message).toMatch(/^Chữ thứ 4 \(U\+[0-9A-F]{4}\) làm chữ hiện ngược chiều\. Xóa/);
      expect(taken(text(100), `Lê\n${mark}gpj.exe`)).toBe(message);
    },
  );

  it.each(['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0080', '\ud800', '\ufffd'])(
    'holds letters, so not %j',
    (odd) => {
      expect(taken(line(100), `Lê${odd}`)).toContain('Chữ thứ 3');
    },
  );
});

describe('a text', () => {
  it('keeps its lines, however they were ended, and joined signs', () => {
    expect(taken(text(100), ' một\r\nhai\u000bba\u2028bốn\rnăm\tsáu\u200e 👩\u200d🌾 ')).toBe(
      'một\nhai\nba\nbốn\nnăm\tsáu 👩\u200d🌾',
    );
    expect(taken(text(100), 'một\u0007')).toContain('Chữ thứ 4 (U+0007) không phải chữ');
  });
});
