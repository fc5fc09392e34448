import type { Sample } from '../sample.ts';
import { readText } from '../read-rows.ts';

/** Made up as such letters are written: to communes and their stations before Tết. */
export const draft: Sample['draft'] = (mandateId) => ({
  symbol: 'SVHTTDL-TTBCXB',
  abstract: 'tuyên truyền và bảo đảm an toàn lễ hội dịp Tết Nguyên đán Đinh Mùi năm 2027',
  addressees: [
    { text: 'Ủy ban nhân dân các xã, phường' },
    { text: 'Đài truyền thanh các xã, phường' },
    { text: 'Các đơn vị trực thuộc Sở' },
  ],
  body: readText('hung-yen/body.md').trim(),
  copies: [
    { text: 'Như trên' },
    { text: 'Ban Tuyên giáo và Dân vận Tỉnh ủy', to: 'Ban Tuyên giáo và Dân vận Tỉnh ủy Hưng Yên' },
    { text: 'Các sở, ban, ngành tỉnh' },
    { text: 'Báo và Phát thanh, Truyền hình Hưng Yên' },
    { text: 'Đảng ủy các xã, phường' },
    { text: 'Lãnh đạo Sở' },
    { text: 'Lưu: VT, TTBCXB' },
  ],
  mandateId,
});
