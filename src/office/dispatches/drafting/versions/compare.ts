import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff';
import { rulesOf } from '../../../../engines/page/document-types.ts';
import { termsOf } from '../../term-words.ts';
import { READING_NAMES } from '../../words.ts';
import type { Version } from '../../version.entity.ts';

type Content = Version['content'];

export interface Change {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface ComparedPart {
  name: string;
  changes: Change[];
}

/** The search for the shortest list of edits takes time with their square (Myers): this many in a tenth of a second. */
const BOUND = { maxEditLength: 1000 };

/** The parts that differ, word by word; an empty list when nothing does. */
export function compare(before: Content, after: Content): ComparedPart[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return Object.keys(now)
    .filter((name) => old[name] !== now[name])
    .map((name) => ({
      name,
      changes: changesOf(old[name]!, now[name]!).map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value,
      })),
    }));
}

/** Word by word; line by line when too much is new, and the whole when that is too much as well. */
function changesOf(old: string, now: string): Pick<ChangeObject<string>, keyof Edit>[] {
  const replaced = [edit(old, 'removed'), edit(now, 'added')];
  return diffWordsWithSpace(old, now, BOUND) ?? diffLines(old, now, BOUND) ?? replaced;
}

interface Edit {
  value: string;
  added: boolean;
  removed: boolean;
}

const edit = (value: string, kind: 'added' | 'removed'): Edit => ({
  value,
  added: kind === 'added',
  removed: kind === 'removed',
});

/** Stored as JSON, where a moment is a text. */
function asked({ purpose, acknowledgeBy, replyBy }: Content['copies'][number]): string[] {
  const moment = (at: Date | undefined) => (at ? new Date(at) : null);
  const words = termsOf({
    purpose: purpose ?? null,
    acknowledgeBy: moment(acknowledgeBy),
    replyBy: moment(replyBy),
  });
  return words ? [words] : [];
}

/** Versions from before there was a choice are of dispatches that the whole office reads. */
function readingWords({ reading = 'office', readers = [] }: Partial<Content>): string {
  const named = readers.length > 0 ? `, nêu thêm ${readers.length} người` : '';
  return `${READING_NAMES[reading]}${named}`;
}

function partsOf(content: Content): Record<string, string> {
  const lines = (rows: Content['copies']) =>
    rows
      .map((row) => [row.to ? `${row.text} → ${row.to}` : row.text, ...asked(row)].join(' · '))
      .join('\n');
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
    'Ai được đọc': readingWords(content),
  };
}
