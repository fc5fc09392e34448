import { maskEmail, maskPhone } from './mask.ts';

describe('personal data in lists for others', () => {
  it.each([
    ['vanthu.xa@thaibinh.gov.vn', 'va•••@thaibinh.gov.vn'],
    ['an@thaibinh.gov.vn', 'a•••@thaibinh.gov.vn'],
    ['"a@b"@thaibinh.gov.vn', '"a•••@thaibinh.gov.vn'],
    ['không phải địa chỉ', '•••'],
    ['@thaibinh.gov.vn', '•••'],
  ])('%s becomes %s', (address, masked) => expect(maskEmail(address)).toBe(masked));

  it.each([
    ['0912 345 678', '•••678'],
    ['+84 (227) 3831234', '•••234'],
    ['113', '•••'],
  ])('%s becomes %s', (number, masked) => expect(maskPhone(number)).toBe(masked));
});
