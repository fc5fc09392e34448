import { classifiedOn, isClassified } from './secrecy.ts';

describe('isClassified', () => {
  it.each(['mật', 'Tối mật', 'TUYỆT MẬT', '1'])('refuses the level %s', (level) => {
    expect(isClassified(level, 'Nội dung')).toBe(true);
  });

  it('refuses a mark in any of the texts', () => {
    expect(isClassified(undefined, 'Nội dung', 'MẬT')).toBe(true);
    expect(isClassified('none', 'Nội dung', 'bí mật kinh doanh')).toBe(false);
    expect(isClassified('', 'Nội dung')).toBe(false);
  });
});

describe('what is said of a secret', () => {
  it.each([
    ['2024-11-05', '29/2018/QH14', '26/2020/NĐ-CP'],
    ['2026-02-28', '29/2018/QH14', '26/2020/NĐ-CP'],
    ['2026-03-01', '117/2025/QH15', '63/2026/NĐ-CP'],
    ['2026-12-01', '117/2025/QH15', '63/2026/NĐ-CP'],
  ])('on %s cites law %s and decree %s, and no other', (day, law, decree) => {
    const cited = classifiedOn(day).match(/\d+\/\d{4}\/[\p{L}\d-]+/gu);
    expect(cited).toEqual([law, decree]);
  });
});
