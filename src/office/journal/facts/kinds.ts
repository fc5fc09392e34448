/** A kind of fact: rows of one table, and how to get from one (`fact`) to what it is about. */
export interface FactKind {
  /** What it is called in a report. */
  words: string;
  /** SQL: text that no other row of the kind has. */
  key: string;
  /** Joins that reach `subject` and `office`. */
  via: string;
  /** SQL: what its journal entry is about. */
  subject: string;
  office: string;
  /** SQL: what a person knows the row by. */
  label: string;
  /** What is sealed. It never changes: seals of the past must still be computed. Other columns are a kind of their own. */
  columns: string[];
  moments?: string[];
  /** Sealed as well: SQL by name. */
  more?: Record<string, string>;
  /** SQL: from when on a row must be in the journal; from the first. What is there holds at any time. */
  settled?: string;
  /** Columns that say the same in most rows of one act. */
  shared?: string[];
}

type Reached = Pick<FactKind, 'via' | 'subject' | 'office' | 'label'>;

const REFERENCE = `coalesce(lpad(dispatch.number::text, 2, '0'), 'chưa có số') || '/' || dispatch.symbol`;

const ofDispatch: Reached = {
  via: 'JOIN dispatches dispatch ON dispatch.id = fact.dispatch_id',
  subject: 'dispatch.id',
  office: 'dispatch.office_id',
  label: REFERENCE,
};
const through = (joins: string, recipientId: string): Reached => ({
  ...ofDispatch,
  via: `${joins} JOIN recipients recipient ON recipient.id = ${recipientId}
        JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id`,
  label: `${REFERENCE} || ', ' || recipient.code`,
});
const ofRecipient = { ...through('', 'fact.recipient_id'), key: 'fact.recipient_id' };
const ofDelivery = {
  ...through('JOIN deliveries delivery ON delivery.id = fact.delivery_id', 'delivery.recipient_id'),
  more: { recipient_id: 'delivery.recipient_id' },
};
const issued = { settled: `dispatch.state = 'issued'` };

/** What the page says besides. */
const TEXT = `encode(sha256(convert_to(jsonb_build_array(
  fact.body, fact.circulation, fact.legal_bases, fact.typist_mark)::text, 'UTF8')), 'hex')`;

/** By table. */
export const FACTS = {
  dispatches: {
    ...ofDispatch,
    via: 'JOIN dispatches dispatch ON dispatch.id = fact.id',
    ...issued,
    words: 'số, ngày và trích yếu',
    key: 'fact.id',
    columns:
      'id state number symbol year issued_on type abstract urgency mandate_id former_id relation'.split(
        ' ',
      ),
    more: { text_sha256: TEXT },
  },
  register_entries: {
    ...ofDispatch,
    words: 'số trong sổ đăng ký',
    key: `fact.office_id || ':' || fact.year || ':' || fact.number`,
    columns: 'office_id year number dispatch_id dated taken_by voided_by void_reason'.split(' '),
    moments: ['taken_at', 'voided_at'],
  },
  submissions: {
    ...ofDispatch,
    words: 'trình ký',
    key: 'fact.id',
    columns: 'id dispatch_id submitted_by content_sha256 returned_by return_reason'.split(' '),
    moments: ['submitted_at', 'returned_at'],
  },
  signatures: {
    ...ofDispatch,
    words: 'chữ ký',
    key: 'fact.submission_id',
    columns: 'submission_id dispatch_id signed_by mandate_id content_sha256 file_sha256'.split(' '),
    moments: ['signed_at'],
  },
  issuances: {
    ...ofDispatch,
    words: 'phát hành',
    key: 'fact.dispatch_id',
    columns: 'dispatch_id issued_by recipient_count file_sha256'.split(' '),
    moments: ['issued_at'],
  },
  delivery_runs: {
    ...ofDispatch,
    words: 'tệp phát hành',
    key: 'fact.dispatch_id',
    columns: ['dispatch_id', 'file_sha256'],
  },
  record_copies: {
    ...ofDispatch,
    words: 'bản lưu',
    key: 'fact.dispatch_id',
    columns: ['dispatch_id', 'file_sha256'],
    moments: ['archived_at'],
    settled: 'fact.file_sha256 IS NOT NULL',
  },
  recipient_lines: {
    ...ofDispatch,
    ...issued,
    words: 'dòng nơi nhận',
    key: 'fact.id',
    columns: 'id dispatch_id section position text target group_id agency_id purpose'.split(' '),
    moments: ['acknowledge_by', 'reply_by'],
  },
  annexes: {
    ...ofDispatch,
    ...issued,
    words: 'phụ lục',
    key: 'fact.id',
    columns: 'id dispatch_id position title body'.split(' '),
  },
  recipients: {
    ...ofDispatch,
    words: 'nơi nhận',
    key: 'fact.id',
    label: `${REFERENCE} || ', ' || fact.code`,
    columns: 'id dispatch_id agency_id code name kind lines purpose'.split(' '),
    moments: ['acknowledge_by', 'reply_by'],
    shared: 'dispatch_id kind lines purpose acknowledge_by reply_by'.split(' '),
  },
  deliveries: {
    ...through('', 'fact.recipient_id'),
    words: 'lượt gửi lại',
    key: 'fact.id',
    columns: 'id recipient_id channel address round letter'.split(' '),
    settled: 'fact.round > 1', // the first is in the recipients that were frozen and in its attempts
  },
  delivery_attempts: {
    ...ofDelivery,
    words: 'lần gửi',
    key: `fact.delivery_id || ':' || fact.number`,
    columns: 'delivery_id number round channel address server outcome stage reply_code reply'.split(
      ' ',
    ),
    moments: ['started_at', 'ended_at'],
  },
  delivery_reports: {
    ...ofDelivery,
    words: 'báo của máy chủ thư',
    key: 'fact.sha256',
    columns:
      'sha256 delivery_id round reported is_hard status server diagnostic cause failed_address'.split(
        ' ',
      ),
    moments: ['received_at'],
  },
  readings: {
    ...ofRecipient,
    words: 'mở, tải',
    key: `fact.recipient_id || ':' || fact.kind`,
    columns: ['recipient_id', 'kind'],
    moments: ['first_at'],
  },
  acknowledgements: {
    ...ofRecipient,
    words: 'xác nhận tiếp nhận',
    columns: 'recipient_id file_sha256 name post how agency_id entered_by confirmed_by'.split(' '),
    moments: ['acknowledged_at'],
  },
  entered_acknowledgements: {
    ...ofRecipient,
    words: 'xác nhận ghi hộ',
    key: 'fact.id',
    columns: 'id recipient_id entered_by how name post note evidence_sha256'.split(' '),
    moments: ['entered_at', 'said_at'],
  },
  refusals: {
    ...ofRecipient,
    words: 'từ chối tiếp nhận',
    key: 'fact.id',
    columns: 'id recipient_id file_sha256 name post how reason note'.split(' '),
    moments: ['refused_at'],
  },
  refusal_answers: {
    ...through('JOIN refusals refusal ON refusal.id = fact.refusal_id', 'refusal.recipient_id'),
    words: 'trả lời việc từ chối',
    key: 'fact.refusal_id',
    columns: 'refusal_id answer answered_by note'.split(' '),
    moments: ['answered_at'],
  },
  progress_reports: {
    ...ofRecipient,
    words: 'tiến độ',
    key: 'fact.id',
    columns: 'id recipient_id status name post how note'.split(' '),
    moments: ['reported_at'],
  },
  replies: {
    ...ofRecipient,
    words: 'trả lời',
    columns: 'recipient_id reference dated note name post how entered_by file_sha256'.split(' '),
    moments: ['replied_at'],
  },
  receipts: {
    ...ofRecipient,
    words: 'biên nhận',
    columns: ['recipient_id', 'json_sha256', 'pdf_sha256'],
    moments: ['made_at'],
  },
  reminders: {
    ...ofRecipient,
    words: 'nhắc',
    key: `fact.recipient_id || ':' || fact.step_id`,
    columns: 'recipient_id step_id dispatch_id fate mail_id'.split(' '),
    moments: ['planned_for', 'made_at'],
  },
  recalls: {
    ...ofDispatch,
    words: 'thu hồi',
    key: 'fact.id',
    columns: 'id dispatch_id is_whole reason basis recalled_by'.split(' '),
    moments: ['recalled_at'],
  },
  recall_requests: {
    ...ofRecipient,
    words: 'yêu cầu thu hồi',
    columns: ['recipient_id', 'recall_id', 'fate'],
    moments: ['decided_at'],
  },
  recall_notices: {
    ...ofRecipient,
    words: 'thư báo thu hồi',
    key: `fact.recipient_id || ':' || fact.channel`,
    columns: 'recipient_id channel message_id address'.split(' '),
    moments: ['made_at'],
    settled: `fact.state IN ('sent', 'failed')`,
    more: {
      state: `CASE fact.state WHEN 'sending' THEN 'waiting' ELSE fact.state END`,
      reply: `CASE WHEN fact.state IN ('sent', 'failed') THEN fact.reply END`,
    },
  },
  recall_answers: {
    ...ofRecipient,
    words: 'trả lời thu hồi',
    key: 'fact.id',
    columns: 'id recipient_id answer name post how note entered_by'.split(' '),
    moments: ['answered_at'],
  },
  mandates: {
    words: 'thẩm quyền ký',
    key: 'fact.id',
    subject: 'fact.id',
    via: 'JOIN accounts account ON account.id = fact.account_id',
    office: 'account.office_id',
    label: 'account.username',
    columns:
      'id account_id capacity on_behalf_of post valid_from valid_to above granted_from_id document_types units basis'.split(
        ' ',
      ),
  },
} as const satisfies Record<string, FactKind>;

export type FactName = keyof typeof FACTS;
export const FACT_NAMES = Object.keys(FACTS) as FactName[];

export function columnsOf(name: FactName): string[] {
  const { columns, moments = [], more = {} }: FactKind = FACTS[name];
  return [...columns, ...moments, ...Object.keys(more)];
}

/** What a fact says, as SQL: one jsonb object, the same at any setting of the session. */
export function bodyOf(name: FactName, fact = 'fact'): string {
  const said = valuesOf(name, fact).map(([column, value]) => `'${column}', ${value}`);
  return `jsonb_build_object(${said.join(', ')})`;
}

/** SQL of each value by the order of `columnsOf`. */
export function valuesOf(name: FactName, fact = 'fact'): [column: string, value: string][] {
  const { columns, moments = [], more = {} }: FactKind = FACTS[name];
  const all: [string, string][] = [
    ...columns.map((column): [string, string] => [column, `fact.${column}`]),
    ...moments.map((column): [string, string] => [column, moment(`fact.${column}`)]),
    ...Object.entries(more),
  ];
  return all.map(([column, value]) => [column, value.replaceAll('fact.', `${fact}.`)]);
}

/** Microseconds in UTC, as the journal writes them. */
const moment = (value: string) =>
  `to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
