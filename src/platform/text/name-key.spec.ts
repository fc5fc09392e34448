import { nameKey } from './name-key.ts';

describe('nameKey', () => {
  it('sees through case, punctuation, spacing and Unicode form', () => {
    const name = 'Ủy ban nhân dân các huyện, thành phố';
    expect(nameKey('ủy ban nhân dân các huyện,  Thành phố;'.normalize('NFD'))).toBe(nameKey(name));
  });

  it('sees through old and new tone placement', () => {
    expect(nameKey('Uỷ ban xã Hoà Bình')).toBe(nameKey('Ủy ban xã Hòa Bình'));
  });

  it('takes y and i for one letter where they are one vowel', () => {
    expect(nameKey('xã Lục Sỹ Thành')).toBe(nameKey('xã Lục Sĩ Thành'));
    expect(nameKey('Sở Quy hoạch')).toBe(nameKey('Sở Qui hoạch'));
    expect(nameKey('xã Thúy')).not.toBe(nameKey('xã Thúi'));
    expect(nameKey('xã Tây')).not.toBe(nameKey('xã Tâi'));
    expect(nameKey('H36.TY')).not.toBe(nameKey('H36.TI'));
  });

  it('keeps letters and tones apart', () => {
    expect(nameKey('xã Hòa')).not.toBe(nameKey('xã Hoa'));
    expect(nameKey('xã Hòa')).not.toBe(nameKey('xã Hóa'));
  });
});
