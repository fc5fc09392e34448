import { shortDate } from '../../../src/platform/time/vietnam-time.ts';
import type { Dispatch } from '../../../src/office/dispatches/dispatch.entity.ts';
import { subjectOf } from '../../../src/engines/page/document-types.ts';
import { reference } from '../../../src/office/dispatches/number-words.ts';
import { URGENCY_NAMES } from '../../../src/office/dispatches/words.ts';

export interface DispatchMailProps {
  dispatch: Dispatch;
  /** Of the recipient. */
  name: string;
  link: string;
  /** `16:55 05/03/2024` */
  deadline: string;
  /** ` Để thực hiện. Trả lời trước 17:00 05/03/2024.`, after a space; may be empty. */
  asked: string;
}

export function dispatchMailText(props: DispatchMailProps): string {
  const { dispatch, name, link, deadline, asked } = props;
  const urgency = dispatch.urgency === 'normal' ? [] : [URGENCY_NAMES[dispatch.urgency], ''];
  return [
    ...urgency,
    `Kính gửi: ${name}`,
    '',
    `${dispatch.head.name} gửi văn bản số ${reference(dispatch)} ngày ${shortDate(dispatch.issuedOn!)}`,
    `${subjectOf(dispatch)}.`,
    `Toàn văn ở tệp PDF đính kèm.${asked}`,
    '',
    'Mở liên kết dưới đây và bấm "Xác nhận đã tiếp nhận"',
    `trước ${deadline}:`,
    '',
    link,
    '',
    'Liên kết này chỉ dành cho cơ quan nhận; đừng chuyển tiếp ra ngoài cơ quan.',
    'Thư gửi tự động từ hệ thống phát hành văn bản.',
  ].join('\n');
}

const BUTTON = {
  display: 'inline-block',
  padding: '12px 20px',
  background: '#0b4a8f',
  color: '#ffffff',
  textDecoration: 'none',
  borderRadius: '6px',
};

export function DispatchMail({ dispatch, name, link, deadline, asked }: DispatchMailProps) {
  return (
    <html lang="vi">
      <body style={{ fontFamily: 'Arial, sans-serif', fontSize: '16px', color: '#1a1a1a' }}>
        {dispatch.urgency !== 'normal' && (
          <p style={{ color: '#b00020', fontWeight: 'bold' }}>{URGENCY_NAMES[dispatch.urgency]}</p>
        )}
        <p>Kính gửi: {name}</p>
        <p>
          {dispatch.head.name} gửi văn bản số <strong>{reference(dispatch)}</strong> ngày{' '}
          {shortDate(dispatch.issuedOn!)}
          <br />
          {subjectOf(dispatch)}.
        </p>
        <p>
          Toàn văn ở tệp PDF đính kèm.<strong>{asked}</strong>
        </p>
        <p>
          <a href={link} style={BUTTON}>
            Mở và xác nhận đã tiếp nhận
          </a>
        </p>
        <p>Đề nghị xác nhận trước {deadline}.</p>
        <p style={{ color: '#5c5c5c', fontSize: '13px', wordBreak: 'break-word' }}>
          Nếu nút không bấm được, mở địa chỉ: {link}
          <br />
          Liên kết này chỉ dành cho cơ quan nhận; đừng chuyển tiếp ra ngoài cơ quan.
          <br />
          Thư gửi tự động từ hệ thống phát hành văn bản.
        </p>
      </body>
    </html>
  );
}
