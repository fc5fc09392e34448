import { annexI, type Fault } from '../finding.ts';
import { squeezed } from '../squeezed.ts';
import type { WordRule, Words } from './words.ts';

const CLAUSE = annexI('II.9.c');

/** A line that is nothing but its marks. */
export const EMPTY_LINE: WordRule = {
  id: 'recipients.empty-line',
  clause: CLAUSE,
  severity: 'error',
  *find({ document: { recipientLines } }: Words): Generator<Fault> {
    for (const [i, line] of recipientLines.entries()) {
      if (line !== '') continue;
      yield {
        place: `Nơi nhận, dòng ${i + 1}`,
        message: 'Dòng này không có tên nơi nhận.',
        remedy: 'Ghi tên nơi nhận hoặc bỏ dòng trống.',
      };
    }
  },
};

/** Annex I, II.9.c: the last line says where the file copy stays. */
export const ARCHIVE_LAST: WordRule = {
  id: 'recipients.archive-last',
  clause: CLAUSE,
  severity: 'warning',
  *find({ document: { recipientLines } }: Words): Generator<Fault> {
    if (recipientLines.length === 0) return;
    const at = recipientLines.findIndex((line) => /^lưu(?![\p{L}])/iu.test(line));
    if (at === recipientLines.length - 1) return;
    yield {
      place: `Nơi nhận, dòng ${recipientLines.length}`,
      message: at < 0 ? 'Chưa có dòng lưu.' : 'Dòng lưu chưa đứng cuối cùng.',
      remedy: 'Ghi dòng cuối cùng: "Lưu: VT, tên viết tắt đơn vị soạn thảo."',
    };
  },
};

/** Annex I, II.9.c: `Lưu: VT, CNTT-VT`, the unit being the one that the symbol names. */
export const ARCHIVE_FORM: WordRule = {
  id: 'recipients.archive-form',
  clause: CLAUSE,
  severity: 'warning',
  *find({ document: { recipientLines } }: Words): Generator<Fault> {
    const line = recipientLines.at(-1) ?? '';
    if (!/^lưu(?![\p{L}])/iu.test(line)) return;
    const place = `Nơi nhận, dòng ${recipientLines.length}`;
    const remedy = 'Ghi theo mẫu: "Lưu: VT, tên viết tắt đơn vị soạn thảo (số bản lưu, nếu cần)."';
    const parts = /^Lưu: VT(?:, ([\p{Lu}\d]\S*(?:, ?[\p{Lu}\d]\S*)*))?(?: \(\d+\))?$/u.exec(line);
    if (!parts) {
      yield { place, message: `Dòng lưu ghi là "${line}".`, remedy };
    }
  },
};

/** Annex I, II.9.a: a công văn names first whom it addresses; other types address nobody above. */
export const AS_ABOVE: WordRule = {
  id: 'recipients.as-above',
  clause: annexI('II.9.a'),
  severity: 'warning',
  *find({ document: { type = 'cong-van', addressees, recipientLines } }: Words): Generator<Fault> {
    if (recipientLines.length === 0) return;
    const at = recipientLines.findIndex((line) => /^như (trên|kính gửi)/iu.test(line));
    if (addressees.length === 0) {
      if (at < 0) return;
      yield {
        place: `Nơi nhận, dòng ${at + 1}`,
        message: 'Ghi "Như trên" nhưng văn bản không có phần "Kính gửi".',
        remedy: 'Bỏ dòng này hoặc ghi tên cơ quan nhận.',
      };
    } else if (at !== 0 && (type === 'cong-van' || at > 0)) {
      yield {
        place: 'Nơi nhận, dòng 1',
        message: 'Dòng đầu tiên chưa ghi "Như trên".',
        remedy: 'Ghi "Như trên" ở dòng đầu tiên của phần nơi nhận.',
      };
    }
  },
};

/** The same line twice. */
export const DUPLICATE: WordRule = {
  id: 'recipients.duplicate',
  clause: CLAUSE,
  severity: 'error',
  *find({ document: { recipientLines } }: Words): Generator<Fault> {
    const first = new Map<string, number>();
    for (const [i, line] of recipientLines.entries()) {
      const before = first.get(squeezed(line));
      if (before === undefined) {
        first.set(squeezed(line), i + 1);
        continue;
      }
      yield {
        place: `Nơi nhận, dòng ${i + 1}`,
        message: `Trùng với dòng ${before}: "${line}".`,
        remedy: 'Bỏ dòng trùng.',
      };
    }
  },
};

/** `Như trên` already stands for whoever is addressed. */
export const ADDRESSED_TWICE: WordRule = {
  id: 'recipients.addressed-twice',
  clause: CLAUSE,
  severity: 'warning',
  *find({ document: { addressees, recipientLines } }: Words): Generator<Fault> {
    const addressed = new Set(addressees.map((name) => squeezed(name).replace(/[.;]$/, '')));
    for (const [i, line] of recipientLines.entries()) {
      if (!addressed.has(squeezed(line))) continue;
      yield {
        place: `Nơi nhận, dòng ${i + 1}`,
        message: `"${line}" đã có ở phần "Kính gửi".`,
        remedy: 'Bỏ dòng này: "Như trên" đã gồm các nơi ở phần "Kính gửi".',
      };
    }
  },
};
