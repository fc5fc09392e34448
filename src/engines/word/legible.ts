import type { Dropped } from './dropped.ts';
import { inUnicode, isUnreadFont, legacyFont, looksLegacy, type FontRun } from './legacy-fonts.ts';

/** Fonts of old charsets that were read, or were not. */
export interface OldFonts {
  read: Set<string>;
  unread: Set<string>;
  suspicious: number;
}

export const noOldFonts = (): OldFonts => ({ read: new Set(), unread: new Set(), suspicious: 0 });

/** The runs of one paragraph in Unicode and in the capitals that Word shows. */
export function legible<Run extends FontRun & { capitals: boolean }>(
  runs: Run[],
  fonts: OldFonts,
): Run[] {
  const text = runs.map((run) => run.text).join('');
  if (runs.every(({ font }) => !legacyFont(font))) {
    const unread = runs.find(({ font, text: own }) => isUnreadFont(font) && /[^\s!-~]/.test(own));
    if (unread && !/[ăđơư\u1EA0-\u1EF9]/iu.test(text)) fonts.unread.add(unread.font!);
    else if (looksLegacy(text)) fonts.suspicious += 1;
  }
  return inUnicode(runs, (font) => fonts.read.add(font)).map((run) => {
    const plain = run.text
      .normalize('NFC')
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
      .replace(/[^\S\t\n]+/g, ' ')
      .replaceAll('\u2011', '-');
    return { ...run, text: run.capitals ? plain.toLocaleUpperCase('vi') : plain };
  });
}

export function tellFonts(fonts: OldFonts, dropped: Dropped): void {
  const names = (set: Set<string>) => [...set].slice(0, 10).join(', ');
  if (fonts.read.size > 0) {
    dropped.say(`chữ phông ${names(fonts.read)} (bảng mã cũ): đã chuyển sang Unicode, cần đọc lại`);
  }
  if (fonts.unread.size > 0) {
    dropped.say(
      `chữ phông ${names(fonts.unread)} dùng bảng mã cũ không đọc được: chuyển sang Unicode trong Word rồi lấy lại`,
    );
  }
  if (fonts.suspicious > 1) {
    dropped.say(
      `${fonts.suspicious} đoạn giống chữ bảng mã cũ (TCVN3, VNI) mang phông Unicode: chuyển mã rồi lấy lại`,
    );
  }
}
