// Đối chiếu từng sự việc ghi trong bộ chứng cứ với nhật ký: mỗi mục nhật ký mang dấu của sự việc nó ghi,
// gồm SHA-256 của cả sự việc rồi bốn chữ số đầu SHA-256 của từng trường, theo thứ tự tên trường.
import { createHash } from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Như PostgreSQL viết jsonb: tên trường theo độ dài rồi theo chữ, sau dấu phẩy và hai chấm có dấu cách. */
function written(value) {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}: ${written(value[name])}`).join(', ')}}`;
}

const sealOf = (fact) =>
  sha256(written(fact)) +
  Object.keys(fact)
    .sort()
    .map((name) => sha256(written(fact[name])).slice(0, 4))
    .join('');

const differing = (fact, said) =>
  Object.keys(fact)
    .sort()
    .filter(
      (name, at) => sha256(written(fact[name])).slice(0, 4) !== said.slice(64).substr(4 * at, 4),
    );

/** `isOpen`: sự việc còn dở, chưa cần có trong nhật ký; đã có thì vẫn phải khớp. */
const one = (name, key, fact, isOpen = false) => [{ name, key, fact, isOpen }];

/** Mỗi tệp ghi những sự việc nào. */
const SHOWN = {
  'dang-ky.json': ({ facts }) =>
    Object.entries(facts).flatMap(([name, all]) =>
      all.map(({ key, fact }) => ({ name, key, fact })),
    ),
  'dong-noi-nhan.json': ({ fact }) => one('recipient_lines', fact.id, fact),
  'noi-nhan.json': ({ fact }) => one('recipients', fact.id, fact),
  'phu-luc.json': ({ fact }) => one('annexes', fact.id, fact),
  'luot-gui.json': ({ delivery }) => one('deliveries', delivery.id, delivery, delivery.round === 1),
  'lan-gui.json': ({ attempt }) =>
    one('delivery_attempts', `${attempt.delivery_id}:${attempt.number}`, attempt),
  'bao-loi.json': ({ report }) => one('delivery_reports', report.sha256, report),
  'mo-va-tai.json': ({ fact }) => one('readings', `${fact.recipient_id}:${fact.kind}`, fact),
  'tiep-nhan.json': ({ acknowledgement: fact }) => one('acknowledgements', fact.recipient_id, fact),
  'ghi-ho.json': ({ entered }) => one('entered_acknowledgements', entered.id, entered),
  'tra-lai.json': ({ refusal, answer }) => [
    ...one('refusals', refusal.id, refusal),
    ...(answer ? one('refusal_answers', answer.refusal_id, answer) : []),
  ],
  'tien-do.json': ({ report }) => one('progress_reports', report.id, report),
  'tra-loi.json': ({ reply }) => one('replies', reply.recipient_id, reply),
  'so-bien-nhan.json': ({ receipt }) => one('receipts', receipt.recipient_id, receipt),
  'nhac.json': ({ reminder }) =>
    one('reminders', `${reminder.recipient_id}:${reminder.step_id}`, reminder),
  'thu-hoi.json': ({ fact, requests }) => [
    ...one('recalls', fact.id, fact),
    ...requests.flatMap(({ fact: request, notices, answers }) => [
      ...one('recall_requests', request.recipient_id, request),
      ...notices.flatMap((notice) =>
        one(
          'recall_notices',
          `${notice.recipient_id}:${notice.channel}`,
          notice,
          notice.state === 'waiting',
        ),
      ),
      ...answers.flatMap((answer) => one('recall_answers', answer.id, answer)),
    ]),
  ],
};

/** Tệp ghi giờ tới phần nghìn giây, sự việc ghi tới phần triệu. */
const moment = (at) =>
  typeof at === 'string' && /^\d{4}-\d\d-\d\dT/.test(at) ? +new Date(at) : Number.NaN;
const isSame = (shown, said) => written(shown) === written(said) || moment(shown) === moment(said);

/** Chỗ tệp ghi lại một trường của sự việc thì ghi đúng như sự việc. */
function repeats(row, { fact, facts }) {
  const said = fact ?? { ...facts?.issuances?.[0]?.fact, ...facts?.dispatches?.[0]?.fact };
  const names = { event: 'kind', at: 'first_at', recalled_by: undefined, issued_by: undefined };
  return Object.keys(row)
    .map((name) => [name, name in names ? names[name] : name])
    .filter(([name, own]) => own in said && !isSame(row[name], said[own]))
    .map(([name]) => name);
}

/** Các lỗi tìm thấy; `entries` là mọi mục nhật ký của bộ này, theo thứ tự. */
export function faultsOfFacts(readJson, entries) {
  const faults = [];
  const seals = new Map();
  for (const { position, line } of entries) {
    for (const [name, all] of Object.entries(JSON.parse(line)[7].facts ?? {})) {
      for (const [key, seal] of Object.entries(all))
        seals.set(`${name} ${key}`, { position, seal });
    }
  }
  const codes = new Map(readJson('noi-nhan.json').map(({ id, code }) => [id, code]));
  const seen = new Set();
  for (const [file, factsOf] of Object.entries(SHOWN)) {
    for (const row of [readJson(file)].flat()) {
      const who = row.recipient ?? row.code ?? row.line ?? '';
      const fault = (words) => faults.push(`${file}: ${who ? `${who} ` : ''}${words}`);
      for (const { name, key, fact, isOpen } of factsOf(row)) {
        seen.add(`${name} ${key}`);
        const said = seals.get(`${name} ${key}`);
        if (!said) {
          if (!isOpen) fault(`(${name}) không có trong nhật ký.`);
        } else if (sealOf(fact) !== said.seal) {
          const fields = differing(fact, said.seal).join(', ') || 'nội dung';
          fault(`(${name}) ghi ${fields} khác với mục ${said.position} của nhật ký.`);
        }
        const owner = codes.get(fact.recipient_id);
        if (row.recipient && fact.recipient_id && owner !== row.recipient) {
          fault(`(${name}) là của ${owner ?? 'nơi khác'}.`);
        }
      }
      for (const name of repeats(row, row)) fault(`ghi ${name} khác với sự việc.`);
    }
  }
  for (const [known, { position }] of seals) {
    const [name] = known.split(' ');
    if (!seen.has(known)) {
      faults.push(`thiếu một sự việc (${name}) mà mục ${position} của nhật ký có ghi.`);
    }
  }
  return faults;
}
