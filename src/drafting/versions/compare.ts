import { diffWordsWithSpace } from 'diff';
import { rulesOf } from '../../dispatches/document-types.ts';
import type { Version } from '../../dispatches/version.entity.ts';

type Content = Version['content'];

export interface Change {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface ComparedPart {
  name: string;
  changes: Change[];
}

/** The parts that differ, word by word; an empty list when nothing does. */
export function compare(before: Content, after: Content): ComparedPart[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return Object.keys(now)
    .filter((name) => old[name] !== now[name])
    .map((name) => ({
      name,
      changes: diffWordsWithSpace(old[name]!, now[name]!).map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value,
      })),
    }));
}

function partsOf(content: Content): Record<string, string> {
  const lines = (rows: Content['copies']) =>
    rows.map(({ text, to }) => (to ? `${text} → ${to}` : text)).join('\n');
  return {
    'Loại văn bản': rulesOf(content.type).name,
    'Ký hiệu': content.symbol,
    'Trích yếu': content.abstract,
    'Độ khẩn': content.urgency,
    'Kính gửi': lines(content.addressees),
    'Căn cứ': content.legalBases.join('\n'),
    'Nội dung': content.body,
    'Nơi nhận': lines(content.copies),
    'Phụ lục': content.annexes.map(({ title, body }) => `${title}\n${body}`).join('\n\n'),
    'Người ký': content.mandateId ?? '',
    'Ký hiệu người soạn thảo': content.typistMark ?? '',
    'Phạm vi lưu hành': content.circulation ?? '',
  };
}
