import { ARCHIVED, DUTY, OFFICIAL, type Holding } from '../holding.ts';
import { REFERENCE, addressed, named, readable } from '../holding-sql.ts';

const reference = {
  'Văn bản': REFERENCE,
  'Nơi nhận': readable('recipient.name'),
};

/** What somebody of a recipient said, in the official record of a dispatch. */
function said(
  name: string,
  what: string,
  at: string,
  columns: string[] = ['name', 'post', 'note'],
): Holding {
  return {
    name: name.replaceAll('_', '-'),
    what,
    whose: ['agency'],
    table: name,
    columns,
    via: `JOIN recipients recipient ON recipient.id = held.recipient_id
          JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id`,
    office: 'dispatch.office_id',
    at: `held.${at}`,
    shown: {
      Lúc: `held.${at}`,
      ...reference,
      'Họ và tên': 'held.name',
      'Chức vụ': 'held.post',
      ...(columns.includes('note') && { 'Ghi chú': readable('held.note') }),
    },
    match: { name: named('held.name', 'held.post') },
    purpose: 'Chứng minh nơi nhận đã nhận, đã trả lời',
    basis: DUTY,
    kept: ARCHIVED,
    erasure: OFFICIAL,
  };
}

/** Where something was sent and what came back, in the official record. */
function sent(
  fields: Pick<Holding, 'name' | 'what' | 'table' | 'columns' | 'shown'> & {
    address: string;
    joins: string;
    at: string;
  },
): Holding {
  const { address, joins, shown, ...own } = fields;
  return {
    ...own,
    whose: ['agency'],
    via: `${joins} JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id`,
    office: 'dispatch.office_id',
    shown: { ...reference, ...shown },
    match: { email: addressed(address) },
    purpose: 'Gửi văn bản, chứng minh đã gửi đến đâu',
    basis: DUTY,
    kept: ARCHIVED,
    erasure: OFFICIAL,
  };
}

const ofRecipient = 'JOIN recipients recipient ON recipient.id = held.recipient_id';
const ofDelivery = `JOIN deliveries delivery ON delivery.id = held.delivery_id
  JOIN recipients recipient ON recipient.id = delivery.recipient_id`;

export const RECIPIENTS: Holding[] = [
  said('acknowledgements', 'Xác nhận tiếp nhận: họ tên, chức vụ', 'acknowledged_at', [
    'name',
    'post',
  ]),
  said('entered_acknowledgements', 'Xác nhận ghi hộ: họ tên, chức vụ, lời kể', 'entered_at', [
    'name',
    'post',
    'note',
    'evidence_sha256',
  ]),
  said('refusals', 'Từ chối tiếp nhận: họ tên, chức vụ', 'refused_at'),
  said('progress_reports', 'Báo tiến độ: họ tên, chức vụ', 'reported_at'),
  said('replies', 'Trả lời: họ tên, chức vụ', 'replied_at'),
  said('recall_answers', 'Trả lời thu hồi: họ tên, chức vụ', 'answered_at'),
  sent({
    name: 'deliveries',
    what: 'Địa chỉ đã gửi văn bản tới',
    table: 'deliveries',
    columns: ['address', 'fallbacks'],
    joins: ofRecipient,
    address: 'held.address',
    at: 'held.queued_at',
    shown: { 'Gửi tới': 'held.address', Lúc: 'held.queued_at' },
  }),
  sent({
    name: 'delivery-attempts',
    what: 'Từng lần gửi: địa chỉ, lời máy chủ thư',
    table: 'delivery_attempts',
    columns: ['address', 'reply'],
    joins: ofDelivery,
    address: 'held.address',
    at: 'held.started_at',
    shown: {
      'Gửi tới': 'held.address',
      Lúc: 'held.started_at',
      'Trả lời của máy chủ': 'held.reply',
    },
  }),
  sent({
    name: 'delivery-reports',
    what: 'Thư báo trả về: địa chỉ, lời máy chủ thư',
    table: 'delivery_reports',
    columns: ['diagnostic', 'failed_address'],
    joins: ofDelivery,
    address: 'coalesce(held.failed_address, delivery.address)',
    at: 'held.received_at',
    shown: {
      'Địa chỉ': 'held.failed_address',
      Lúc: 'held.received_at',
      'Lời báo': 'held.diagnostic',
    },
  }),
  sent({
    name: 'recall-notices',
    what: 'Thư báo thu hồi: địa chỉ, lời máy chủ thư',
    table: 'recall_notices',
    columns: ['address', 'reply'],
    joins: ofRecipient,
    address: 'held.address',
    at: 'held.made_at',
    shown: { 'Gửi tới': 'held.address', Lúc: 'held.made_at', 'Trả lời của máy chủ': 'held.reply' },
  }),
  {
    name: 'reminder-mails',
    what: 'Thư nhắc: tên, địa chỉ, lời máy chủ thư',
    whose: ['office', 'agency'],
    table: 'reminder_mails',
    columns: ['name', 'address', 'reply'],
    office: 'held.office_id',
    at: 'held.made_at',
    shown: {
      'Lập lúc': 'held.made_at',
      Tên: 'held.name',
      'Gửi tới': 'held.address',
      'Trả lời của máy chủ': 'held.reply',
    },
    match: { name: named('held.name'), email: addressed('held.address') },
    purpose: 'Nhắc nơi chưa xác nhận, chưa trả lời',
    basis: DUTY,
    kept: 'Đến khi có yêu cầu xóa; việc đã nhắc thì giữ',
    erasure: { way: 'replace', set: { name: `''`, address: `''`, reply: 'NULL' } },
    keptWhen: {
      condition: `held.state IN ('waiting', 'sending')`,
      why: 'Thư đang gửi. Chờ gửi xong rồi xóa.',
    },
    ageing: { period: 'letterMonths', from: 'held.made_at' },
  },
];
