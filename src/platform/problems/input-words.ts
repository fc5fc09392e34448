import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const MOST_CHOICES = 12;

const KINDS: Record<string, string> = {
  string: 'Ghi chữ.',
  number: 'Ghi một số.',
  int: 'Ghi một số nguyên.',
  boolean: 'Ghi true hoặc false.',
  array: 'Ghi một danh sách trong [ ].',
  object: 'Ghi một nhóm mục trong { }.',
  record: 'Ghi một nhóm mục trong { }.',
  date: 'Ghi ngày.',
};

const FORMATS: Record<string, string> = {
  uuid: 'Mã này không đúng dạng. Chép lại nguyên vẹn.',
  email: 'Địa chỉ thư không đúng dạng, ví dụ đúng: vanthu@so.thaibinh.gov.vn.',
  url: 'Địa chỉ không đúng dạng, ví dụ đúng: https://so.example.',
  date: 'Ghi ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2024-03-05.',
  datetime: 'Ghi ngày giờ, ví dụ 2024-03-05T16:55.',
};

/**
 * The words of whatever a schema refuses without words of its own: what to write, in plain
 * Vietnamese. What is not here keeps the sentence of zod's locale.
 */
function wordsOf(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'too_small':
      return atLeast(String(issue.origin), Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return atMost(String(issue.origin), Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_type':
      return issue.input === undefined ? 'Thiếu mục này.' : KINDS[String(issue.expected)];
    case 'invalid_value':
      return issue.values.length <= MOST_CHOICES
        ? `Chọn một trong: ${issue.values.map(String).join(', ')}.`
        : undefined;
    case 'invalid_format':
      return FORMATS[String(issue.format)];
    case 'unrecognized_keys':
      return `Không có mục ${issue.keys.map((key) => `“${key}”`).join(', ')}.`;
    default:
      return undefined;
  }
}

function atLeast(origin: string, least: number, isInclusive: boolean): string | undefined {
  if (origin === 'string')
    return least === 1 ? 'Không được để trống.' : `Cần ít nhất ${least} ký tự.`;
  if (origin === 'array' || origin === 'set') return `Cần ít nhất ${least} mục.`;
  if (origin !== 'number' && origin !== 'int') return undefined;
  return isInclusive ? `Ghi một số từ ${least} trở lên.` : `Ghi một số lớn hơn ${least}.`;
}

function atMost(origin: string, most: number, isInclusive: boolean): string | undefined {
  if (origin === 'string') return `Dài quá ${most} ký tự.`;
  if (origin === 'array' || origin === 'set') return `Nhiều nhất ${most} mục.`;
  if (origin !== 'number' && origin !== 'int') return undefined;
  return isInclusive ? `Ghi một số không quá ${most}.` : `Ghi một số nhỏ hơn ${most}.`;
}

z.config({ ...z.locales.vi(), customError: wordsOf });
