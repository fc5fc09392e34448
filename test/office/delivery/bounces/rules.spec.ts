import { causeOf, isHard } from '../../../../src/office/delivery/bounces/hardness.ts';
import { readReport } from '../../../../src/office/delivery/bounces/read-report.ts';
import { ReceivedMail } from '../../../../src/office/delivery/bounces/received-mail.ts';
import { readFields } from '../../../../src/office/delivery/bounces/report-fields.ts';
import { ABOUT_OURSELVES } from '../../../../src/office/delivery/bounces/rules/about-ourselves.ts';
import { ABOUT_RECIPIENTS } from '../../../../src/office/delivery/bounces/rules/about-recipients.ts';
import {
  CODES_OF_THE_SENDER,
  GENERAL_CODES,
  SPECIFIC_CODES,
} from '../../../../src/office/delivery/bounces/rules/codes.ts';
import { statusIn } from '../../../../src/office/delivery/attempts/status-code.ts';

const TO = 'xa.mot@thu.example';
const OURS = 'tra-lai@so.example';
const parties = { recipient: TO, senders: [OURS] };
const judged = (words: string) => causeOf(statusIn(words), words, parties);

const AGAINST_THE_ADDRESS = [
  `550 5.1.1 <${TO}>: Recipient address rejected: User unknown; see https://so.example/policy`,
  '550 5.7.1 Recipient not found by SMTP address lookup',
  '550 5.2.2 No such user here. Please try again later',
  '550 5.3.0 mailbox does not exist. Check for typing mistakes and try again',
  '551 not our user',
  "5.1.0 - Unknown address error 550-'5.1.1 User unknown' (delivery attempts: 0)",
  `<thu.example #5.0.0 smtp; 550 "Unknown User">`,
  '550 5.7.17 The mailbox has a new owner',
  'kh\\303\\264ng t\\341\\273\\223n t\\341\\272\\241i',
  '550 ?????a ch??? kh??ng t???n t???i',
  '550 Requested action not taken: mailbox unavailable',
  'The recipient name is not recognized',
  '554 30 Sorry, your message cannot be delivered. This mailbox is disabled (554.30)',
  '550 5.1.1 unknown or illegal alias: xa.mot@thu.example',
  'User xa.mot (xa.mot@thu.example) not listed in Domino Directory',
  '550 Hòm thư này không có thật',
  '550 Tài khoản đã được thu hồi khi sáp nhập',
  '550 hop thu da huy',
  '550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 5.1.1 no',
  '554 The user you are trying to contact is not on this system; please correct the address',
  '550 5.0.0 Địa chỉ người nhận không có trong hệ thống, đề nghị kiểm tra và gửi lại sau',
  'rejected by the server. The error that the other server returned was: 550 5.1.1 No such user',
];
const NOT_AGAINST_THE_ADDRESS: [string, string][] = [
  ['ourselves', `550 5.1.1 <${OURS}>: user unknown`],
  [
    'ourselves',
    '550 5.1.1 Sender address rejected: undeliverable address: host mx said: 550 5.1.1 User unknown',
  ],
  ['ourselves', '550 5.1.2 Domain of sender address does not resolve'],
  ['ourselves', '550 5.1.1 so.example does not exist: mail from so.example refused'],
  ['ourselves', '550 Your IP address is not allowed; user unknown'],
  ['ourselves', '550 5.1.0 reverse DNS lookup failed'],
  ['ourselves', '550 Tên miền gửi không tồn tại'],
  ['ourselves', '501 5.1.7 Invalid address'],
  ['ourselves', '501 5.1.8 Sender address has null MX'],
  ['ourselves', '550 5.1.0 Return address unknown'],
  ['ourselves', '550 Reply-To address is invalid'],
  ['ourselves', '550 5.1.1 the account you are sending from does not exist'],
  ['ourselves', '550 your mailbox does not exist'],
  ['ourselves', '550 5.7.1 Sender mailbox disabled'],
  ['ourselves', '550 5.1.2 No such domain in MAIL FROM'],
  ['rate', '550 5.1.1 Too many invalid recipients, slow down'],
  ['rate', '550 5.2.1 You have exceeded the number of messages per hour'],
  ['rate', '550 Gửi quá nhiều thư trong một giờ'],
  ['rate', '550 5.2.1 Hộp thư này nhận quá 100 thư một giờ'],
  ['rate', '550 5.2.1 The recipient has reached the maximum of 500 mails a day'],
  ['rate', '550 5.2.1 Excessive messages for this user; delivery suspended'],
  ['mailbox-full', '550 5.1.1 mailbox is full'],
  ['policy', '550 5.2.1 Mailbox unavailable: message blocked by policy'],
  ['policy', "5.1.0 - Unknown address error 550-'5.7.1 Access denied by rule'"],
  ['policy', 'user unknown. The error that the other server returned was: 554 5.7.1 content'],
  ['policy', '554 5.0.0 Thư bị chặn theo chính sách'],
  ['temporary', '550 5.2.1 The account is temporarily disabled'],
  [
    'temporary',
    `550 5.1.1 <${TO}>: Recipient address rejected: unverified address: connect to mx: Connection timed out`,
  ],
  ['temporary', '5.4.4 Name service error for name=thu.example type=MX: Host not found, try again'],
  ['unknown', '550 5.1.1 <rieng@khac.example>: user unknown'],
];

const mail = (subject: string, text: string, from = 'nguoi@thu.example') =>
  ReceivedMail.read(
    Buffer.from(`From: ${from}\r\nTo: ${OURS}\r\nSubject: ${subject}\r\n\r\n${text}\r\n`),
  );

describe('a refusal', () => {
  it.each(AGAINST_THE_ADDRESS)('%s is about the address', (words) => {
    expect([judged(words), isHard(statusIn(words), words, parties)]).toEqual(['recipient', true]);
  });

  it.each(NOT_AGAINST_THE_ADDRESS)('is about %s: %s', (cause, words) => {
    expect([judged(words), isHard(statusIn(words), words, parties)]).toEqual([cause, false]);
  });

  it('is for now when its class is 4, whatever the words', () => {
    expect(isHard('4.1.1', 'User unknown')).toBe(false);
    expect(isHard(null, '450 User unknown')).toBe(false);
  });

  it('is judged by rules of which each names its source', () => {
    const codes = [...CODES_OF_THE_SENDER, ...SPECIFIC_CODES, ...GENERAL_CODES];
    const rules = [...ABOUT_OURSELVES, ...ABOUT_RECIPIENTS, ...codes];
    expect(rules.filter(({ source }) => source.length < 5)).toEqual([]);
  });

  it('of any length is judged at once', () => {
    for (const part of ['a', '-', 'a.', '550-', '1:', '\\303', 'sender ', 'address ']) {
      expect(causeOf(null, part.repeat(100_000))).toBeDefined();
    }
  });
});

/** What reports say around `550 5.1.1 User unknown`. */
const AT_THE_SENDER = [
  `${TO}: host mx.thu.example[192.0.2.1] said: 550 5.1.1 User unknown (in reply to MAIL FROM command)`,
  `${TO}: host mx.thu.example[192.0.2.1] refused to talk to me: 550 5.1.1 User unknown`,
  `${TO}\nSMTP error from remote mail server after pipelined MAIL FROM:<${OURS}> SIZE=9: 550 5.1.1 User unknown`,
  `${TO}\nRemote server (192.0.2.1) issued an error.\nhMailServer sent: MAIL FROM:<${OURS}>\nRemote server replied: 550 5.1.1 User unknown`,
  `<${TO}>\n... while talking to mx.thu.example.:\n>>> MAIL From:<${OURS}>\n<<< 550 5.1.1 User unknown`,
];

describe('a refusal before RCPT TO', () => {
  const report = (text: string) =>
    mail(
      'Undelivered Mail Returned to Sender',
      `This could not be delivered.\n${text}`,
      'MAILER-DAEMON@mx.example',
    );

  it.each(AT_THE_SENDER)('%s does not mean the recipient', async (text) => {
    expect(readReport(await report(text), TO)).toMatchObject({ cause: 'ourselves', isHard: false });
    const later = text.replace(/MAIL FROM(:<[^>]*>)?|refused to talk to me/i, (stage) =>
      stage.startsWith('refused') ? 'said' : `RCPT TO:<${TO}>`,
    );
    expect(readReport(await report(later), TO)).toMatchObject({ cause: 'recipient', isHard: true });
  });
});

it('what a relay quotes of another is for now when its class is 4', () => {
  const words =
    'host mx said: 550 5.1.1 undeliverable address: host mx2 said: 450 4.1.1 User unknown';
  expect(isHard('5.1.1', words, parties)).toBe(false);
});

describe('a subject alone', () => {
  it('is no report, whoever wrote it', async () => {
    const subject = 'Undelivered Mail Returned to Sender';
    expect(readReport(await mail(subject, ''))).toBeUndefined();
    expect(readReport(await mail(subject, 'Cam on.', 'MAILER-DAEMON@mx.example'))).toBeUndefined();
    expect(readReport(await mail(`Re: ${subject}`, `Not delivered to ${TO}?`))).toBeUndefined();
  });

  it('is one with words of a mail system', async () => {
    const text = `Your message did not reach the following recipient(s):\r\n${TO}\r\nThe recipient name is not recognized`;
    expect(readReport(await mail('Undeliverable', text, 'postmaster@mx.example'))).toMatchObject({
      reported: 'failed',
      isHard: true,
      failedAddress: TO,
    });
  });

  it('is one of Gmail with its words for people', async () => {
    const text = `** Address not found **\r\n\r\nYour message wasn’t delivered to ${TO} because the address couldn’t be found.`;
    const subject = 'Delivery Status Notification (Failure)';
    expect(readReport(await mail(subject, text, 'mailer-daemon@gmail.example'))).toMatchObject({
      ...{ reported: 'failed', isHard: true, failedAddress: TO },
    });
  });
});

describe('a field of a gateway’s own', () => {
  const ofFields = (fields: string[]) =>
    readFields(
      [`Final-Recipient: rfc822; ${TO}`, 'Action: failed', 'Status: 5.0.0', ...fields].join('\r\n'),
    );

  it('has the answer where the field for it is missing', () => {
    const own = 'X-Gateway-Answer: smtp; 550 5.1.1 No such user';
    expect(ofFields([own])).toMatchObject({
      status: '5.1.1',
      diagnostic: '550 5.1.1 No such user',
    });
    expect(ofFields([own, 'Diagnostic-Code: smtp; 552 Full'])?.diagnostic).toBe('552 Full');
    expect(ofFields(['X-Queue-ID: 550AB'])?.diagnostic).toBe('');
  });
});
