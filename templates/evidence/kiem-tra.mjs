/* oxlint-disable no-console */
// Kiểm tra bộ chứng cứ này, không cần mạng, không cần cơ sở dữ liệu:
//   node kiem-tra.mjs [GOC.pem]
// GOC.pem là chứng thư gốc mà bạn tin; không ghi thì chỉ kiểm tra tính toàn vẹn. Trả về 0 khi mọi thứ khớp.
import { createHash, verify, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const roots = process.argv.slice(2).map((path) => new X509Certificate(readFileSync(path)));
const faults = [];
const read = (name) => readFileSync(join(folder, name));
const readJson = (name) => JSON.parse(read(name).toString());
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());

/** RFC 7515: nội dung đã ký và ai ký. */
function open(statement, name) {
  const { alg, x5c, crit } = decode(statement.protected);
  const [certificate, ...chain] = x5c.map((der) => new X509Certificate(Buffer.from(der, 'base64')));
  const type = { RS256: 'rsa', ES256: 'ec' }[alg];
  const key = certificate.publicKey;
  const isIntact =
    crit === undefined &&
    key.asymmetricKeyType === type &&
    verify(
      'sha256',
      Buffer.from(`${statement.protected}.${statement.payload}`),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(statement.signature, 'base64url'),
    );
  const content = decode(statement.payload);
  if (!isIntact) faults.push(`${name}: chữ ký không khớp với nội dung.`);
  if (roots.length > 0 && !isTrusted(certificate, chain, new Date(content.madeAt))) {
    faults.push(`${name}: người ký không do chứng thư gốc bạn đưa ra bảo đảm.`);
  }
  return { content, signer: certificate.subject.split('\n').at(-1) };
}

/** Từng cấp ký cho cấp dưới, còn hiệu lực lúc ký, tới một gốc được tin. */
function isTrusted(certificate, chain, at, depth = 0) {
  const isValid = new Date(certificate.validFrom) <= at && at <= new Date(certificate.validTo);
  if (!isValid || (depth > 0 && !certificate.ca) || depth > 5) return false;
  const vouches = (issuer) =>
    certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  if (roots.some((root) => root.raw.equals(certificate.raw) || vouches(root))) return true;
  return chain.some((issuer) => vouches(issuer) && isTrusted(issuer, chain, at, depth + 1));
}

const manifest = readJson('danh-muc.json');
const isSigned = typeof manifest.signature === 'string';
const { content: list, signer } = isSigned
  ? open(manifest, 'danh-muc.json')
  : { content: manifest };

const present = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'),
  )
  .filter((name) => name !== 'danh-muc.json' && name !== 'kiem-tra.mjs');
for (const name of present) {
  if (!(name in list.files)) faults.push(`${name}: không có trong danh mục đã ký.`);
}
for (const [name, hash] of Object.entries(list.files)) {
  if (!present.includes(name)) faults.push(`${name}: bị thiếu.`);
  else if (sha256(read(name)) !== hash) faults.push(`${name}: đã bị sửa.`);
}

/** Mỗi mục mang mã băm của mục trước; mục sửa, thêm hay bớt thì mã không khớp nữa. */
function followJournal() {
  const [head] = readJson('chuoi-nhat-ky.json');
  const entries = readJson('nhat-ky.json');
  const fault = (entry, words) =>
    faults.push(`nhat-ky.json: mục ${entry.position} (${entry.entry.verb}) ${words}`);
  let last = { position: 0, hash: '0'.repeat(64) };
  for (const item of entries) {
    const { position, before, line, hash, entry, person } = item;
    const [place, id, at, , , verb, , details] = JSON.parse(line);
    const said = [place, id, at, verb, JSON.stringify(details)];
    const shown = [position, entry.id, entry.at, entry.verb, JSON.stringify(entry.details)];
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
  const wanted = recipients.filter((recipient) => recipient.reply_by).length;
  if (wanted > 0) console.log(`${wanted} nơi cần trả lời, ${replies.length} nơi đã trả lời.`);
  const receipts = present.filter((name) => name.startsWith('bien-nhan/'));
  for (const name of receipts) {
    const { content } = open(readJson(name), name);
    if (content.fileSha256 !== file) faults.push(`${name}: biên nhận của một tệp khác.`);
    const { code, purpose = null, replyBy } = content.recipient;
    const frozen = recipients.find((recipient) => recipient.code === code);
    if (frozen?.purpose !== purpose || moment(frozen?.reply_by) !== moment(replyBy)) {
      faults.push(`${name}: ghi yêu cầu khác với noi-nhan.json.`);
    }
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
