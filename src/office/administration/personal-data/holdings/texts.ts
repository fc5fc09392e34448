import { ARCHIVED, DUTY, OFFICIAL, type Holding } from '../holding.ts';

/** What people wrote; whom it speaks of nobody can look up. */
function written(
  name: string,
  what: string,
  columns: string[],
  more: Partial<Holding> = {},
): Holding {
  return {
    name: name.replaceAll('_', '-'),
    what,
    whose: ['office', 'agency'],
    table: name,
    columns,
    via: 'JOIN dispatches dispatch ON dispatch.id = held.dispatch_id',
    office: 'dispatch.office_id',
    shown: {},
    match: {},
    purpose: 'Nội dung, có thể nhắc tới cá nhân',
    basis: DUTY,
    kept: ARCHIVED,
    erasure: OFFICIAL,
    ...more,
  };
}

export const TEXTS: Holding[] = [
  written(
    'dispatches',
    'Văn bản: trích yếu, nội dung, ký hiệu người đánh máy',
    ['abstract', 'body', 'legal_bases', 'typist_mark', 'words'],
    { via: '', office: 'held.office_id', at: 'held.drafted_at' },
  ),
  written('annexes', 'Phụ lục của văn bản', ['title', 'body']),
  written('dispatch_versions', 'Các bản đã lưu của dự thảo', ['content'], { at: 'held.saved_at' }),
  written('recipient_lines', 'Dòng Kính gửi, Nơi nhận', ['text']),
  written('submissions', 'Lý do trả lại', ['return_reason'], { at: 'held.submitted_at' }),
  written('recalls', 'Lý do, căn cứ thu hồi', ['reason', 'basis'], { at: 'held.recalled_at' }),
  written('delivery_pauses', 'Lý do tạm dừng gửi', ['reason'], { at: 'held.paused_at' }),
  written('register_entries', 'Lý do bỏ số', ['void_reason'], {
    via: '',
    office: 'held.office_id',
    at: 'held.taken_at',
  }),
  written('refusal_answers', 'Trả lời việc từ chối: lời ghi', ['note'], {
    via: `JOIN refusals refusal ON refusal.id = held.refusal_id
          JOIN recipients recipient ON recipient.id = refusal.recipient_id
          JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id`,
    at: 'held.answered_at',
  }),
  written('draft_templates', 'Mẫu văn bản', ['draft'], {
    via: '',
    office: 'held.office_id',
    at: 'held.kept_at',
    kept: 'Đến khi bỏ mẫu',
    erasure: { way: 'keep', why: 'Mẫu của cả cơ quan. Người soạn sửa hoặc bỏ mẫu.' },
  }),
  written('writings', 'Tờ đang viết dở', ['typed'], {
    via: 'JOIN accounts account ON account.id = held.account_id',
    office: 'account.office_id',
    at: 'held.began_at',
    shown: { 'Bắt đầu': 'held.began_at', 'Lần cuối': 'held.seen_at' },
    match: { account: 'held.account_id = asked.account' },
    kept: 'Đến khi lưu thành dự thảo, hoặc có yêu cầu xóa',
    erasure: { way: 'delete' },
    ageing: { period: 'formMonths', from: 'held.seen_at' },
  }),
  {
    name: 'files',
    what: 'Tệp: văn bản đã phát hành, biên nhận, ảnh và ghi âm làm căn cứ',
    whose: ['office', 'agency'],
    table: 'file_pieces',
    columns: ['bytes'],
    shown: {},
    match: {},
    purpose: 'Bằng chứng của việc phát hành và tiếp nhận',
    basis: DUTY,
    kept: ARCHIVED,
    erasure: OFFICIAL,
  },
  written('mandates', 'Thẩm quyền ký: chức vụ, căn cứ', ['post', 'basis'], {
    via: 'JOIN accounts account ON account.id = held.account_id',
    office: 'account.office_id',
    shown: { 'Chức vụ': 'held.post', Từ: 'held.valid_from', Đến: 'held.valid_to' },
    match: { account: 'held.account_id = asked.account' },
    purpose: 'Ai được ký, từ ngày nào (Điều 13 Nghị định 30/2020/NĐ-CP)',
  }),
];
