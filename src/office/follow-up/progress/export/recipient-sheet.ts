import { RECIPIENT_STATE_NAMES, REPLY_NAMES } from '../../../recipient-words.ts';
import { PURPOSE_NAMES } from '../../../dispatches/term-words.ts';
import { HOW_NAMES } from '../../../recipients/receiving/words.ts';
import { RECALL_STANDING_NAMES } from '../../../recipients/recalls/words.ts';
import type { ListedRecipient } from '../recipients.service.ts';

/** A column of the list that leaves the system as CSV or XLSX. */
export interface SheetColumn {
  title: string;
  /** In characters. */
  width: number;
  value: (recipient: ListedRecipient, index: number) => string | number | Date | null;
}

export const SHEET: SheetColumn[] = [
  { title: 'STT', width: 6, value: (_, index) => index + 1 },
  { title: 'Mã cơ quan', width: 18, value: ({ code }) => code },
  { title: 'Nơi nhận', width: 44, value: ({ name }) => name },
  { title: 'Loại', width: 26, value: ({ kindName }) => kindName },
  { title: 'Khu vực', width: 22, value: ({ area }) => area },
  { title: 'Theo dòng Nơi nhận', width: 34, value: ({ lines }) => lines.join('; ') },
  { title: 'Mục đích', width: 14, value: ({ purpose }) => purpose && PURPOSE_NAMES[purpose] },
  { title: 'Địa chỉ', width: 32, value: ({ address }) => address },
  { title: 'Trạng thái', width: 16, value: ({ state }) => RECIPIENT_STATE_NAMES[state] },
  { title: 'Quá hạn', width: 10, value: ({ late }) => (late ? 'Quá hạn' : null) },
  { title: 'Thu hồi', width: 24, value: ({ recall }) => recall && RECALL_STANDING_NAMES[recall] },
  { title: 'Hạn xác nhận', width: 17, value: ({ acknowledgeBy }) => acknowledgeBy },
  { title: 'Xác nhận lúc', width: 17, value: ({ acknowledgedAt }) => acknowledgedAt },
  { title: 'Người tiếp nhận', width: 16, value: ({ by }) => by && initials(by) },
  { title: 'Chức vụ', width: 20, value: ({ post }) => post },
  { title: 'Cách xác nhận', width: 22, value: ({ how }) => how && HOW_NAMES[how] },
  { title: 'Hạn trả lời', width: 17, value: ({ replyBy }) => replyBy },
  { title: 'Trả lời', width: 14, value: ({ reply }) => reply && REPLY_NAMES[reply] },
  { title: 'Trả lời lúc', width: 17, value: ({ repliedAt }) => repliedAt },
  { title: 'Văn bản trả lời', width: 30, value: ({ replyReference }) => replyReference },
  { title: 'Vì sao chưa tới', width: 44, value: ({ reason }) => reason },
];

/** A file can be passed on to anybody, so it names no person in full: `N. V. A.` */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${Array.from(word)[0]!.toLocaleUpperCase('vi')}.`)
    .join(' ');
