/* oxlint-disable no-console */
// Kiểm tra bộ chứng cứ này, không cần mạng, không cần cơ sở dữ liệu:
//   node kiem-tra.mjs [GOC.pem]
// GOC.pem là chứng thư gốc mà bạn tin; không ghi thì chỉ kiểm tra tính toàn vẹn. Trả về 0 khi mọi thứ khớp.
import { createHash, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const part = (name) =>
  import(`./${name}`).catch(() =>
    notRun(`không đọc được ${name} bên cạnh; hãy giải nén lại cả tệp ZIP.`),
  );
const { isSealedBy, opened } = await part('kiem-tra-chu-ky.mjs');
const { faultsOfFacts } = await part('kiem-tra-su-viec.mjs');

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const folder = fileURLToPath(new URL('.', import.meta.url));
const roots = process.argv.slice(2).flatMap(rootsIn);
const faults = [];
process.on('uncaughtException', ({ message }) => {
  console.log(`LỖI: không đọc được bộ chứng cứ: ${message}`);
  console.log('KHÔNG dùng bộ chứng cứ này làm căn cứ.');
  process.exit(1);
});

/** Gọi sai cách thì không nói gì về bộ chứng cứ: trả về 2. */
function notRun(sentence) {
  console.error(`Chưa kiểm tra: ${sentence}`);
  process.exit(2);
}

/** PEM có thể mang nhiều chứng thư. */
function rootsIn(path) {
  if (path.startsWith('-'))
    notRun(`không có tham số ${path}; cách dùng: node kiem-tra.mjs [GOC.pem].`);
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch ({ code }) {
    notRun(`không đọc được tệp ${path} (${code}); hãy kiểm tra đường dẫn tới chứng thư gốc.`);
  }
  try {
    return (bytes.toString('latin1').match(PEM) ?? [bytes]).map((one) => new X509Certificate(one));
  } catch {
    return notRun(`tệp ${path} không phải chứng thư (PEM hoặc DER); hãy lấy lại chứng thư gốc.`);
  }
}

const read = (name) => readFileSync(join(folder, name));
const readJson = (name) => JSON.parse(read(name).toString());
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function open(statement, name) {
  const { content, signer, isIntact, isVouchedFor } = opened(statement, roots);
  if (!isIntact) faults.push(`${name}: chữ ký không khớp với nội dung.`);
  if (roots.length > 0 && !isVouchedFor) {
    faults.push(`${name}: người ký không do chứng thư gốc bạn đưa ra bảo đảm.`);
  }
  return { content, signer };
}

const manifest = readJson('danh-muc.json');
const isSigned = typeof manifest.signature === 'string';
const { content: list, signer } = isSigned
  ? open(manifest, 'danh-muc.json')
  : { content: manifest };
if (list.type !== 'evidence') faults.push('danh-muc.json: không phải danh mục của bộ chứng cứ.');
if (roots.length > 0 && !isSigned) {
  faults.push('danh-muc.json: không có chữ ký, nên chứng thư gốc không bảo đảm được gì.');
}

const present = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'),
  )
  .filter(
    (name) =>
      !['danh-muc.json', 'kiem-tra.mjs', 'kiem-tra-chu-ky.mjs', 'kiem-tra-su-viec.mjs'].includes(
        name,
      ),
  );
for (const name of present) {
  if (!(name in list.files)) faults.push(`${name}: không có trong danh mục đã ký.`);
}
for (const [name, hash] of Object.entries(list.files)) {
  if (!present.includes(name)) faults.push(`${name}: bị thiếu.`);
  else if (sha256(read(name)) !== hash) faults.push(`${name}: đã bị sửa.`);
}

/** Mọi mục nhật ký của bộ này, theo thứ tự trong chuỗi. */
const allEntries = () =>
  [...readJson('nhat-ky.json'), ...readJson('su-viec.json')].sort(
    (a, b) => a.position - b.position,
  );

/** Mỗi mục mang mã băm của mục trước; mục sửa, thêm hay bớt thì mã không khớp nữa. */
function followJournal() {
  const [head] = readJson('chuoi-nhat-ky.json');
  const entries = allEntries();
  const fault = ({ position, entry, line }, words) =>
    faults.push(
      `${entry ? 'nhat-ky' : 'su-viec'}.json: mục ${position} (${entry?.verb ?? JSON.parse(line)[5]}) ${words}`,
    );
  let last = { position: 0, hash: '0'.repeat(64) };
  for (const item of entries) {
    const { position, before, line, hash, entry, person } = item;
    const [place, id, at, , , verb, , details] = JSON.parse(line);
    const said = [place, id, at, verb, JSON.stringify(details)];
    const shown = entry
      ? [position, entry.id, entry.at, entry.verb, JSON.stringify(entry.details)]
      : [position, ...said.slice(1)];
    if (sha256(`${before}\n${line}`) !== hash) fault(item, 'đã bị sửa: mã băm không khớp.');
    else if (said.join('\n') !== shown.join('\n')) fault(item, 'ghi khác với dòng đã băm.');
    if (position <= last.position) fault(item, 'không đúng thứ tự.');
    if (position === last.position + 1 && before !== last.hash) {
      fault(item, `không nối tiếp mục ${last.position}.`);
    }
    if (position > head.position) fault(item, `nằm sau cuối chuỗi (mục ${head.position}).`);
    if (position === head.position && hash !== head.hash) fault(item, 'khác với cuối chuỗi.');
    if (person && digestOf(person) !== details.person) fault(item, 'ghi sai người thực hiện.');
    last = item;
  }
  console.log(
    `Nhật ký: ${entries.length} mục của văn bản, trong chuỗi của ${head.office} tới mục ${head.position}, mã ${head.hash}.`,
  );
}

/** Việc nào đã thành sự thật thì có trong nhật ký, và việc có trong nhật ký thì phải còn: theo nơi nhận. */
const none = () => '';
const FACTS = [
  { name: 'tiep-nhan.json', verbs: ['acknowledged', 'confirmed-acknowledgement'] },
  { name: 'tra-lai.json', verbs: ['refused'] },
  { name: 'tra-loi.json', verbs: ['replied', 'entered-reply'] },
  {
    ...{ name: 'tien-do.json', verbs: ['reported'] },
    ...{ ofRow: ({ report }) => report.status, ofEntry: ({ status }) => status },
  },
];
function followFacts() {
  const entries = readJson('nhat-ky.json').map(({ entry }) => entry);
  for (const { name, verbs, ofRow = none, ofEntry = none } of FACTS) {
    const kept = new Set(readJson(name).map((row) => `${row.recipient} ${ofRow(row)}`.trim()));
    const noted = new Set(
      entries
        .filter(({ verb }) => verbs.includes(verb))
        .map(({ details }) => `${details.recipient} ${ofEntry(details)}`.trim()),
    );
    for (const one of kept) {
      if (!noted.has(one)) faults.push(`${name}: ${one} không có trong nhật ký.`);
    }
    for (const one of noted) {
      if (!kept.has(one)) faults.push(`${name}: thiếu ${one}, nhật ký có ghi.`);
    }
  }
}

/** Biên nhận là của văn bản này, của nơi nhận ghi ở tên tệp, và nói như tiep-nhan.json. */
function followReceipt(name, file, recipients, acknowledged) {
  const { content, signer: by } = open(readJson(name), name);
  const fault = (words) => faults.push(`${name}: ${words}`);
  if (content.type !== 'receipt') return fault('không phải biên nhận.');
  if (content.fileSha256 !== file) fault('biên nhận của một tệp khác.');
  if (content.dispatch.reference !== list.dispatch) fault('biên nhận của một văn bản khác.');
  if (isSigned && by !== signer) fault(`do ${by} ký, không phải người ký danh mục.`);
  const { code, purpose = null, replyBy } = content.recipient;
  if (name !== `bien-nhan/${code.replace(/[^\p{L}\p{N}._-]/gu, '_')}.json`) {
    fault(`là biên nhận của ${code}.`);
  }
  const frozen = recipients.find((recipient) => recipient.code === code);
  if (frozen?.purpose !== purpose || moment(frozen?.reply_by) !== moment(replyBy)) {
    fault('ghi yêu cầu khác với noi-nhan.json.');
  }
  const said = acknowledged.find(({ recipient }) => recipient === code)?.acknowledgement;
  const { at, how, name: person, post } = content.acknowledgement;
  const isSame =
    said?.how === how &&
    said.name === person &&
    said.post === post &&
    Math.floor(moment(said.acknowledged_at) / 1000) === moment(at) / 1000;
  if (!isSame) fault('ghi việc tiếp nhận khác với tiep-nhan.json.');
}

const PURPOSES = [
  ['act', 'để thực hiện'],
  ['know', 'để biết'],
  ['file', 'để lưu'],
];
const moment = (at) => (at ? new Date(at).getTime() : null);

/** Mỗi nơi nhận theo đúng dòng của mình: mục đích đòi hỏi nhiều nhất, hạn trả lời sớm nhất. */
function followLines(recipients) {
  const lines = readJson('dong-noi-nhan.json');
  for (const { code, lines: own, purpose, acknowledge_by: by, reply_by: replyBy } of recipients) {
    const through = lines.filter(({ line }) => own.includes(line));
    const earliest = (name) => Math.min(...through.flatMap((line) => moment(line[name]) ?? []));
    const asked = PURPOSES.find(([name]) => through.some((line) => line.purpose === name));
    const fits =
      purpose === (asked?.[0] ?? null) &&
      (moment(replyBy) ?? Infinity) === earliest('reply_by') &&
      moment(by) <= earliest('acknowledge_by');
    if (!fits) faults.push(`noi-nhan.json: ${code} ghi khác với dòng của mình.`);
  }
  return PURPOSES.map(([name, words]) => {
    const count = recipients.filter(({ purpose }) => purpose === name).length;
    return count > 0 ? `, ${count} ${words}` : '';
  }).join('');
}

/** Mỗi lần thu hồi có trong nhật ký; chỉ nơi được hỏi mới trả lời, không nơi nào bị hỏi hai lần. */
function followRecalls(codes) {
  const fault = (words) => faults.push(`thu-hoi.json: ${words}`);
  const recalls = readJson('thu-hoi.json');
  const noted = readJson('nhat-ky.json').filter(({ entry }) => entry.verb === 'recalled');
  if (noted.length !== recalls.length) {
    fault(`có ${recalls.length} lần thu hồi, nhật ký ghi ${noted.length}.`);
  }
  recalls.forEach(({ requests }, index) => {
    const told = noted[index]?.entry.details.recipients;
    if (told !== undefined && told !== requests.length) {
      fault(`lần ${index + 1} gồm ${requests.length} nơi, nhật ký ghi ${told}.`);
    }
  });
  const requests = recalls.flatMap((recall) => recall.requests);
  if (new Set(requests.map(({ recipient }) => recipient)).size !== requests.length) {
    fault('có nơi nhận bị ghi hai lần.');
  }
  for (const { recipient, fate, answers, notices } of requests) {
    if (!codes.has(recipient)) fault(`${recipient} không phải nơi nhận.`);
    if (fate !== 'asked' && answers.length + notices.length > 0) {
      fault(`${recipient} không được hỏi mà có thư hoặc câu trả lời.`);
    }
  }
  if (requests.length === 0) return;
  const said = (...words) =>
    requests.filter(({ answers }) => answers.some(({ answer }) => words.includes(answer))).length;
  console.log(
    `Đã thu hồi ở ${requests.length} nơi nhận: ${said('agreed', 'removed')} nơi đồng ý, ${said('removed')} nơi đã xóa tệp.`,
  );
}

const digestOf = ({ salt, name, post, address }) =>
  sha256(JSON.stringify([salt, name, post, address]));

try {
  followJournal();
} catch {
  faults.push('nhat-ky.json: không đọc được.');
}

if (faults.length === 0) {
  const file = sha256(read('van-ban.pdf'));
  const register = readJson('dang-ky.json');
  const recipients = readJson('noi-nhan.json');
  if (register.file_sha256 !== file) faults.push('dang-ky.json: ghi mã của một tệp khác.');
  if (register.recipient_count !== recipients.length) {
    faults.push(
      `noi-nhan.json: ${recipients.length} nơi nhận, sổ ghi ${register.recipient_count}.`,
    );
  }
  const purposes = followLines(recipients);
  const codes = new Set(recipients.map(({ code }) => code));
  const acknowledged = readJson('tiep-nhan.json');
  for (const { recipient, acknowledgement } of acknowledged) {
    if (!codes.has(recipient)) faults.push(`tiep-nhan.json: ${recipient} không phải nơi nhận.`);
    if (acknowledgement.file_sha256 !== file) {
      faults.push(`tiep-nhan.json: ${recipient} xác nhận một tệp khác.`);
    }
  }
  followFacts();
  faults.push(...faultsOfFacts(readJson, allEntries()));
  followRecalls(codes);
  const replies = readJson('tra-loi.json');
  const attached = present
    .filter((name) => name.startsWith('tra-loi/'))
    .map((name) => sha256(read(name)));
  for (const { recipient, reply } of replies) {
    if (reply.file_sha256 && !attached.includes(reply.file_sha256)) {
      faults.push(`tra-loi.json: thiếu tệp trả lời của ${recipient}.`);
    }
    if (!codes.has(recipient)) faults.push(`tra-loi.json: ${recipient} không phải nơi nhận.`);
  }
  const wanted = new Set(recipients.flatMap(({ code, reply_by: by }) => (by ? code : [])));
  const given = replies.filter(({ recipient }) => wanted.has(recipient)).length;
  if (wanted.size > 0) console.log(`${wanted.size} nơi cần trả lời, ${given} nơi đã trả lời.`);
  if (replies.length > given) {
    console.log(`${replies.length - given} nơi trả lời dù không được yêu cầu.`);
  }
  const receipts = present.filter((name) => name.startsWith('bien-nhan/'));
  for (const name of receipts) followReceipt(name, file, recipients, acknowledged);
  if (isSigned && !isSealedBy(signer, read('van-ban.pdf'))) {
    faults.push(`danh-muc.json: ${signer} không phải cơ quan đã ký van-ban.pdf.`);
  }
  console.log(`Văn bản ${list.dispatch}, SHA-256 ${file}`);
  console.log(
    `${recipients.length} nơi nhận${purposes}, ${acknowledged.length} đã tiếp nhận, ${receipts.length} biên nhận có chữ ký.`,
  );
}
console.log(
  isSigned ? `Danh mục do ${signer} ký lúc ${list.madeAt}.` : 'Danh mục không có chữ ký số.',
);
if (isSigned && roots.length === 0)
  console.log('Chưa kiểm tra ai bảo đảm cho người ký: thêm GOC.pem.');
for (const fault of faults) console.log(`LỖI: ${fault}`);
console.log(faults.length === 0 ? 'Mọi thứ khớp.' : 'KHÔNG dùng bộ chứng cứ này làm căn cứ.');
process.exitCode = faults.length === 0 ? 0 : 1;
