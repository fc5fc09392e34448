/**
 * What the server of `<name>.example` answers, and whether that speaks against the address. `at` is the
 * step it answers at (RCPT unless said). No answer: the name system is what refuses.
 * The wordings are those of RFC 3463, 5321, 7372 and of the servers' own documentation.
 */
export const CAUSES = {
  unknown: {
    hard: true,
    answer: (to) =>
      `550 5.1.1 <${to}>: Recipient address rejected: User unknown in virtual mailbox table`,
  },
  nobody: { hard: true, answer: () => '550 No such user here' },
  gmail: {
    hard: true,
    answer: () =>
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\r\n550-5.1.1 double-checking the recipient's email address for typos or\r\n550 5.1.1 unnecessary spaces. Learn more at https://support.gmail.example/answer/6596",
  },
  edge: {
    hard: true,
    answer: () =>
      '550 5.4.1 Recipient address rejected: Access denied. [SG2APC01FT000.eop-apc01.prod.protection.outlook.example]',
  },
  moved: { hard: true, answer: (to) => `550 5.1.6 <${to}> recipient is no longer on this server` },
  notlocal: { hard: true, answer: () => '551 User not local; please try another address' },
  inactive: {
    hard: true,
    answer: () => '550 5.2.1 The email account that you tried to reach is inactive.',
  },
  yahoo: {
    hard: true,
    answer: (to) =>
      `554 delivery error: dd This user doesn't have a yahoo.example account (${to}) [0]`,
  },
  exchange: {
    hard: true,
    answer: () =>
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  },
  general: { hard: true, answer: () => '550 5.0.0 Mailbox not found' },
  security: {
    hard: true,
    answer: (to) => `550 5.7.1 <${to}>: Recipient address rejected: user ${to} does not exist`,
  },
  vietnam: { hard: true, answer: () => '550 5.1.1 Địa chỉ người nhận không tồn tại' },
  vietnam2: { hard: true, answer: () => '550 Hộp thư đã ngừng sử dụng do sáp nhập đơn vị' },
  khong: { hard: true, answer: () => '550 Nguoi dung khong ton tai' },
  gone: { hard: true },
  nullmx: { hard: true },
  full: { hard: false, answer: () => "552 5.2.2 The recipient's mailbox is full" },
  quota: {
    hard: false,
    answer: () => '550 Quota exceeded, account is over its storage limit; try again later',
  },
  day: { hard: false, answer: () => '552 Hộp thư đã đầy, vượt dung lượng cho phép' },
  sender: { hard: false, answer: (_, from) => `550 5.1.0 <${from}> sender rejected` },
  senderdomain: {
    hard: false,
    answer: (_, from) => `550 5.1.8 <${from}>: Sender address rejected: Domain not found`,
  },
  verify: {
    hard: false,
    answer: (_, from) =>
      `550-Verification failed for <${from}>\r\n550-No such user here\r\n550 Sender verify failed`,
  },
  callback: { hard: false, answer: (_, from) => `550 5.1.1 <${from}>: User unknown` },
  spf: {
    hard: false,
    answer: () => '550 5.7.23 SPF validation failed for the domain of the sender',
  },
  dmarc: {
    hard: false,
    answer: () =>
      '550 5.7.26 Unauthenticated email from so.example is not accepted due to domain’s DMARC policy'.replace(
        '’',
        "'",
      ),
    at: 'DATA',
  },
  ptr: {
    hard: false,
    answer: () => '550 5.7.25 The IP address sending this message does not have a PTR record setup',
  },
  listed: {
    hard: false,
    answer: () =>
      '554 5.7.1 Service unavailable; Client host [203.0.113.2] blocked using zen.dnsbl.example',
  },
  listed521: {
    hard: false,
    answer: () => '550 5.2.1 Mailbox unavailable. Your IP address 203.0.113.2 is blacklisted',
  },
  rate: {
    hard: false,
    answer: () =>
      '550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered',
  },
  hour: {
    hard: false,
    answer: (to) => `550 5.1.1 <${to}> 203.0.113.2 has sent to too many recipients this hour`,
  },
  policy: {
    hard: false,
    answer: () => '550 5.7.1 Message blocked by policy of the recipient organization',
  },
  spam: {
    hard: false,
    answer: () => '554 5.7.1 Message rejected as spam by content scanner',
    at: 'DATA',
  },
  large: { hard: false, answer: () => '552 5.3.4 Message size exceeds fixed limit', at: 'DATA' },
  relay: { hard: false, answer: (to) => `554 5.7.1 <${to}>: Relay access denied` },
  gateway: {
    hard: false,
    answer: (_, from) =>
      `550 5.1.0 - Unknown address error 550-'5.7.1 <${from}>... Access denied by rule'`,
  },
};

/**
 * What Dovecot does with a mail for `<name>.example`, handed over by LMTP or by the command dovecot-lda.
 * `quiet`: nothing may come back. `isReply`: what comes back is about no failure.
 */
export const MAILBOX_CAUSES = {
  lmtpunknown: { hard: true },
  lmtpreject: { hard: false },
  lmtpkhong: { hard: false },
  lmtpclosed: { hard: true },
  lmtpquota: { hard: false },
  lmtpereject: { quiet: true },
  lmtpdiscard: { quiet: true },
  lmtpvacation: { isReply: true },
  ldaunknown: { hard: true },
  ldareject: { hard: false },
  ldakhong: { hard: false },
  ldaclosed: { hard: true },
  ldaquota: { hard: false },
  ldaexit: { hard: false },
  ldaereject: { quiet: true },
  ldadiscard: { quiet: true },
  ldavacation: { isReply: true },
};
