import { addressed, ARCHIVED, DUTY, named, OFFICIAL, type Holding } from '../holding.ts';

const ERASED = `'"(đã xóa)"'`;
/** SQL: a JSON string that is this word, wherever it stands. */
const without = (json: string, word: string) =>
  `replace(${json}, coalesce(to_json(${word})::text, ''), ${ERASED})`;

/** SQL: whether what was imported or changed tells the mail address or the telephone. */
const TELLS = (word: string) =>
  `position(to_json(${word})::text IN concat(held.rows, held.effects)) > 0`;

const ofAgency = {
  whose: ['agency'],
  purpose: 'Gửi văn bản, gọi điện đôn đốc',
  basis: DUTY,
} as const;

export const DIRECTORY: Holding[] = [
  {
    ...ofAgency,
    name: 'contacts',
    what: 'Danh bạ: địa chỉ thư, số điện thoại của nơi nhận',
    table: 'agencies',
    columns: ['email', 'telephone'],
    office: 'held.office_id',
    only: 'held.email IS NOT NULL OR held.telephone IS NOT NULL',
    shown: {
      'Cơ quan': 'held.name',
      'Địa chỉ thư': 'held.email',
      'Số điện thoại': 'held.telephone',
    },
    match: {
      email: addressed('held.email'),
      telephone: `regexp_replace(held.telephone, '\\D', '', 'g') = asked.digits`,
    },
    kept: 'Đến khi văn thư đổi hoặc cơ quan ấy yêu cầu xóa',
    erasure: {
      way: 'replace',
      set: {
        email: `CASE WHEN ${addressed('held.email')} THEN NULL ELSE held.email END`,
        telephone: `CASE WHEN regexp_replace(held.telephone, '\\D', '', 'g') = asked.digits
                    THEN NULL ELSE held.telephone END`,
      },
    },
  },
  {
    ...ofAgency,
    name: 'named-persons',
    what: 'Danh bạ: cá nhân ghi tên như một nơi nhận',
    table: 'agencies',
    columns: ['name'],
    office: 'held.office_id',
    only: `held.kind = 'person'`,
    shown: { Tên: 'held.name' },
    match: { name: named('held.name') },
    kept: 'Như văn bản đã gửi tới người ấy',
    erasure: OFFICIAL,
  },
  {
    ...ofAgency,
    name: 'failed-addresses',
    what: 'Địa chỉ thư bị máy chủ từ chối',
    table: 'address_failures',
    columns: ['address', 'words'],
    via: 'JOIN agencies agency ON agency.id = held.agency_id',
    office: 'agency.office_id',
    at: 'held.failed_at',
    shown: { 'Cơ quan': 'agency.name', 'Địa chỉ': 'held.address', 'Lời máy chủ': 'held.words' },
    match: { email: addressed('held.address') },
    kept: 'Đến khi địa chỉ được đổi hoặc xác nhận',
    erasure: { way: 'delete' },
  },
  {
    ...ofAgency,
    name: 'imported-lists',
    what: 'Thay đổi danh bạ đã nhập: dòng có địa chỉ, điện thoại',
    table: 'directory_changes',
    columns: ['rows', 'effects', 'notes'],
    office: 'held.office_id',
    at: 'held.proposed_at',
    shown: { Lúc: 'held.proposed_at', 'Thay đổi': 'held.title' },
    match: { email: TELLS('asked.email'), telephone: TELLS('asked.telephone') },
    kept: 'Cùng lịch sử danh bạ',
    erasure: {
      way: 'replace',
      set: {
        rows: `${without(without('held.rows::text', 'asked.email'), 'asked.telephone')}::jsonb`,
        effects: `${without(without('held.effects::text', 'asked.email'), 'asked.telephone')}::jsonb`,
        notes: `replace(held.notes::text, coalesce(asked.email, ''), '(đã xóa)')::text[]`,
      },
    },
    keptWhen: {
      condition: 'held.applied_at IS NULL',
      why: 'Thay đổi còn chờ áp dụng. Áp dụng hoặc bỏ rồi xóa.',
    },
  },
  {
    name: 'escalation-contacts',
    what: 'Người được báo khi quá hạn: tên, địa chỉ thư',
    whose: ['office'],
    table: 'escalation_contacts',
    columns: ['name', 'email'],
    office: 'held.office_id',
    shown: { Tên: 'held.name', 'Địa chỉ thư': 'held.email' },
    match: { name: named('held.name'), email: addressed('held.email') },
    purpose: 'Báo văn thư, lãnh đạo khi nơi nhận quá hạn',
    basis: DUTY,
    kept: 'Đến khi văn thư đổi ở mục Nhắc',
    erasure: { way: 'delete' },
  },
  {
    ...ofAgency,
    name: 'recipient-names',
    what: 'Nơi nhận là cá nhân, trong văn bản đã phát hành',
    table: 'recipients',
    columns: ['name'],
    via: 'JOIN dispatches dispatch ON dispatch.id = held.dispatch_id',
    office: 'dispatch.office_id',
    only: `held.kind = 'person'`,
    shown: {
      Tên: 'CASE WHEN may_read(dispatch.reading, dispatch.id, asked.reader) THEN held.name END',
      'Văn bản': `concat_ws('/', dispatch.number, dispatch.symbol)`,
    },
    match: { name: named('held.name') },
    kept: ARCHIVED,
    erasure: OFFICIAL,
  },
];
