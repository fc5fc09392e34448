import { isClassified } from './secrecy.ts';

describe('isClassified', () => {
  it.each(['mật', 'Tối mật', 'TUYỆT MẬT', '1'])('refuses the level %s', (level) => {
    expect(isClassified(level, 'Nội dung')).toBe(true);
  });

  it.each(['MẬT', 'Kính gửi\n  TỐI MẬT  \nnội dung', 'Độ mật: Mật', '[Mật] về việc', '*MẬT*'])(
    'refuses a stamp in the text: %j',
    (text) => {
      expect(isClassified(undefined, text)).toBe(true);
    },
  );

  it.each(['Bảo mật thông tin', 'mật khẩu', 'Sở Mật mã', 'bí mật kinh doanh'])(
    'lets ordinary words pass: %s',
    (text) => {
      expect(isClassified('none', text)).toBe(false);
      expect(isClassified('', text)).toBe(false);
    },
  );
});
