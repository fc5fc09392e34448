import { readFileSync } from 'node:fs';
import { parseBody } from '../../../../src/engines/page/body.ts';
import type { OfficialDocument } from '../../../../src/engines/page/official-document.ts';
import { seedDraft } from '../../../../src/dev/sample/thai-binh/draft.ts';

const draft = seedDraft('');

/** The seed as the sample office sends it in. */
export const seed: OfficialDocument = {
  parentBody: 'ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH',
  issuingBody: 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
  symbol: draft.symbol,
  place: 'Thái Bình',
  year: 2024,
  abstract: draft.abstract,
  addressees: draft.addressees.map(({ text }) => text),
  body: parseBody(draft.body),
  recipientLines: draft.copies.map(({ text }) => text),
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signerName: 'Vũ Xuân Thành',
};

/** Its lines of Nơi nhận as received: the sixth lacks its semicolon. */
export const received = readFileSync('src/dev/sample/thai-binh/dispatch.md', 'utf8')
  .split('**Nơi nhận:**')[1]!
  .split('\n')
  .filter((line) => line.startsWith('- '));
