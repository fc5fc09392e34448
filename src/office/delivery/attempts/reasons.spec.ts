import type { DeliveryAttempt } from '../delivery-attempt.entity.ts';
import { reasonOf, reasonOfReport } from './reasons.ts';

const refusal = (reply: string, stage: DeliveryAttempt['stage'] = 'recipient') => {
  const replyCode = Number.parseInt(reply, 10) || null;
  const outcome = (replyCode ?? 0) >= 500 ? 'permanent' : 'temporary';
  return reasonOf({ outcome, stage, replyCode, reply } as DeliveryAttempt);
};

describe('the reason for a refusal', () => {
  it.each([
    ['550 5.1.1 <a@b.example>: Recipient address rejected: User unknown', 'không còn dùng'],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'trước và sau dấu @'],
    ['550 Rejected, host 203.5.1.1 may not send here', 'Báo quản trị viên'],
    ['554 5.7.1 Your host 14.225.4.2 is listed', 'không chấp nhận bên gửi'],
    ['552-5.2.2 The email account that you tried to reach is over quota', 'Hộp thư đầy'],
    ['552 5.3.4 Message size exceeds fixed limit', 'quá lớn'],
    ['451 4.7.1 Greylisted, please try again in 300 seconds', 'chống thư rác'],
    ['450 4.2.0 <a@b.example>: Recipient address rejected: Greylisted', 'chống thư rác'],
    ['421 Too many concurrent SMTP connections', 'đang bận'],
    ['550 5.7.26 This mail has been blocked because the sender is unauthenticated', 'tên miền gửi'],
    ['550 5.7.1 Relaying denied', 'không chấp nhận bên gửi'],
    ['550 5.1.1 <a@b.example>: Sender address rejected: not found', 'không chấp nhận bên gửi'],
    ['550 5.1.1 203.0.113.2 has sent to too many recipients this hour', 'hạn chế số thư'],
    ['550 5.2.1 Mailbox unavailable: message blocked by policy', 'quy định của họ'],
    ['550 No such user here', 'Kiểm tra địa chỉ'],
    ['452 4.3.1 Insufficient system storage', 'hết chỗ chứa'],
    ['450 4.2.1 The user is receiving mail too quickly', 'tạm thời chưa nhận'],
    ['451 4.7.1 Please try again later', 'hoãn nhận'],
    ['550 5.2.1 The account is disabled', 'bị khóa'],
    ['599 whatever', 'từ chối thư này'],
    ['499 whatever', 'tạm thời chưa nhận'],
  ])('%s', (reply, words) => expect(refusal(reply)).toContain(words));

  it.each([
    ['connection', 'Không kết nối được'],
    ['reply', 'chưa chắc đã nhận'],
    ['recipient', 'ngắt, im lặng'],
    ['address', 'Sửa địa chỉ'],
    ['login', 'tài khoản gửi'],
  ] as const)('at %s without an answer', (stage, words) => {
    expect(refusal('Connection closed', stage)).toContain(words);
  });

  it('says what the clerk corrects: a mail address, one with accents, a webhook', () => {
    expect(refusal('No address', 'address')).toContain('Sửa địa chỉ rồi gửi lại');
    expect(refusal('… (SMTPUTF8).', 'address')).toContain('địa chỉ không dấu');
    const forbidden = { stage: 'address', channel: 'webhook', reply: '10.0.0.1 is not public' };
    expect(reasonOf(forbidden as DeliveryAttempt)).toContain('mục Kênh gửi');
  });

  it('of a report without a code is whether the address will do', () => {
    expect(reasonOfReport({ status: null, isHard: true })).toContain('không còn dùng');
    expect(reasonOfReport({ status: '5.0.0', isHard: false })).toContain('Liên hệ');
  });

  it('of a report is what its words are about, not what its code says', () => {
    const report = { status: '5.1.1', isHard: false, failedAddress: 'tb-01@thaibinh.example' };
    expect(reasonOfReport({ ...report, cause: 'rate' })).toContain('hạn chế số thư');
    expect(reasonOfReport({ ...report, cause: 'ourselves' })).toContain('Báo quản trị viên');
    expect(reasonOfReport({ ...report, cause: 'recipient' })).toContain('không còn dùng');
  });

  it('of a report about another address names it', () => {
    const failedAddress = 'rieng@khac.example';
    const report = { status: '5.1.1', isHard: false, cause: 'recipient', failedAddress } as const;
    expect(reasonOfReport(report, 'tb-01@thaibinh.example')).toContain(failedAddress);
    expect(reasonOfReport(report, 'RIENG@khac.example')).not.toContain(failedAddress);
  });

  it('is none for a mail that was taken', () => {
    expect(reasonOf({ outcome: 'accepted' } as DeliveryAttempt)).toBe('');
  });
});
