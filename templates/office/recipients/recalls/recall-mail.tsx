import type { NoticeFacts } from '../../../../src/office/recipients/recalls/notice-facts.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';

type RecallMailProps = NoticeFacts & { link: string };

export function recallMailText(facts: RecallMailProps): string {
  return [
    `Kính gửi: ${facts.name}`,
    '',
    `${facts.officeName} thu hồi văn bản số ${reference(facts)} ngày ${shortDate(facts.issuedOn)}`,
    `${subjectOf(facts)}.`,
    '',
    `Lý do: ${facts.reason}`,
    `Căn cứ: ${facts.basis}`,
    '',
    'Đề nghị không sử dụng văn bản này, xóa tệp đã nhận khỏi hệ thống của cơ quan,',
    'rồi mở liên kết dưới đây để trả lời:',
    '',
    facts.link,
    '',
    'Thư gửi tự động từ hệ thống phát hành văn bản.',
  ].join('\n');
}

const BUTTON = {
  display: 'inline-block',
  padding: '12px 20px',
  background: '#b00020',
  color: '#ffffff',
  textDecoration: 'none',
  borderRadius: '6px',
};

export function RecallMail(facts: RecallMailProps) {
  return (
    <html lang="vi">
      <body style={{ fontFamily: 'Arial, sans-serif', fontSize: '16px', color: '#1a1a1a' }}>
        <p style={{ color: '#b00020', fontWeight: 'bold' }}>Thu hồi văn bản</p>
        <p>Kính gửi: {facts.name}</p>
        <p>
          {facts.officeName} thu hồi văn bản số <strong>{reference(facts)}</strong> ngày{' '}
          {shortDate(facts.issuedOn)}
          <br />
          {subjectOf(facts)}.
        </p>
        <p>
          Lý do: {facts.reason}
          <br />
          Căn cứ: {facts.basis}
        </p>
        <p>
          Đề nghị không sử dụng văn bản này, xóa tệp đã nhận khỏi hệ thống của cơ quan, rồi trả lời:
        </p>
        <p>
          <a href={facts.link} style={BUTTON}>
            Mở và trả lời
          </a>
        </p>
        <p style={{ color: '#5c5c5c', fontSize: '13px', wordBreak: 'break-word' }}>
          Nếu nút không bấm được, mở địa chỉ: {facts.link}
          <br />
          Thư gửi tự động từ hệ thống phát hành văn bản.
        </p>
      </body>
    </html>
  );
}
