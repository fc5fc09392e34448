import { SECURITY, type Holding } from '../holding.ts';
import { named, worded } from '../holding-sql.ts';
import { VERBS } from '../verbs.ts';

const inWords = (verb: string) => worded(verb, VERBS, 'Việc khác');
const ofEntry = 'JOIN journal_entries entry ON entry.id = held.entry_id';

/** Beside the journal; its entries keep a salted hash, so the chain stays whole without it. */
export const JOURNAL_PEOPLE: Holding = {
  name: 'journal-people',
  what: 'Nhật ký: họ tên, chức vụ đã khai, địa chỉ mạng',
  whose: ['office', 'agency', 'visitor'],
  table: 'journal_people',
  columns: ['salt', 'name', 'post', 'address'],
  via: ofEntry,
  office: 'entry.office_id',
  at: 'entry.at',
  shown: {
    Lúc: 'entry.at',
    Việc: inWords('entry.verb'),
    'Họ và tên': 'held.name',
    'Chức vụ': 'held.post',
    'Địa chỉ mạng': 'held.address',
  },
  match: {
    account: 'entry.account_id = asked.account',
    name: named('held.name', 'held.post'),
  },
  purpose: 'Truy vết ai làm gì, từ đâu',
  basis: SECURITY,
  kept: 'Đến khi có yêu cầu xóa',
  erasure: { way: 'delete' },
  ageing: { period: 'journalMonths', from: 'entry.at' },
};

export const JOURNAL: Holding[] = [
  JOURNAL_PEOPLE,
  {
    name: 'journal-entries',
    what: 'Nhật ký: tài khoản nào làm việc gì, lúc nào',
    whose: ['office', 'agency'],
    table: 'journal_entries',
    columns: ['details'],
    office: 'held.office_id',
    only: `held.account_id IS NOT NULL OR held.details ? 'username'`,
    at: 'held.at',
    shown: { Lúc: 'held.at', Việc: inWords('held.verb') },
    match: {
      account: `(held.account_id = asked.account
        OR held.subject_id = asked.account AND held.details ? 'username')`,
    },
    purpose: 'Chứng minh việc đã làm; mục mở tài khoản ghi tên đăng nhập',
    basis: SECURITY,
    kept: 'Không xóa',
    erasure: {
      way: 'keep',
      why: 'Mỗi mục được băm nối tiếp mục trước: sửa một mục là hỏng chuỗi nhật ký.',
    },
  },
];
