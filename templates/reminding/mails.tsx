import type { ComponentChildren, VNode } from 'preact';
import { shortDate, vietnamTime } from '../../src/calendar/vietnam-time.ts';
import type { Dispatch } from '../../src/dispatches/dispatch.entity.ts';
import { subjectOf } from '../../src/dispatches/document-types.ts';
import { reference } from '../../src/dispatches/printed-number.ts';
import type { Owing } from '../../src/reminding/compose-letter.ts';
import type { Rung } from '../../src/reminding/reminder-step.entity.ts';

export interface ReminderWords {
  subject: string;
  text: string;
  html: VNode;
}

const AUTOMATIC = 'Thư gửi tự động từ hệ thống phát hành văn bản.';
const NAMED = 100;

/** To a recipient that owes its acknowledgement. */
export function ownMail(
  dispatch: Dispatch,
  name: string,
  { acknowledgeBy }: Owing,
  now: Date,
  link: string,
): ReminderWords {
  const isLate = now > acknowledgeBy;
  const asked = isLate
    ? `Đến nay chưa có xác nhận tiếp nhận; hạn là ${vietnamTime(acknowledgeBy)}.`
    : `Đề nghị xác nhận tiếp nhận trước ${vietnamTime(acknowledgeBy)}.`;
  const close = [
    'Đã xác nhận bằng cách khác thì bỏ qua thư này.',
    'Liên kết này chỉ dành cho cơ quan nhận; đừng chuyển tiếp ra ngoài cơ quan.',
    AUTOMATIC,
  ];
  return {
    subject: `${isLate ? 'Quá hạn' : 'Nhắc'} xác nhận văn bản ${reference(dispatch)}`,
    text: [
      ...[`Kính gửi: ${name}`, ''],
      ...[`${about(dispatch)}.`, '', asked, ''],
      ...['Mở liên kết dưới đây và bấm "Xác nhận đã tiếp nhận":', '', link, '', ...close],
    ].join('\n'),
    html: (
      <Mail name={name} dispatch={dispatch} close={close}>
        <p>
          <b>{asked}</b>
        </p>
        <p>
          <a href={link}>Mở văn bản và xác nhận đã tiếp nhận</a>
        </p>
      </Mail>
    ),
  };
}

/** To somebody who is to see to it that others answer: one mail about all of them. */
export function digestMail(
  dispatch: Dispatch,
  name: string,
  rung: Rung,
  owing: Owing[],
  now: Date,
  publicUrl: string,
): ReminderWords {
  const isOurs = rung !== 'parent';
  const late = owing.filter(({ acknowledgeBy }) => acknowledgeBy < now).length;
  const counts = `${owing.length} nơi chưa xác nhận tiếp nhận${late ? `, ${late} nơi quá hạn` : ''}`;
  const asked = isOurs
    ? 'Đề nghị xem và đôn đốc.'
    : 'Đề nghị quý cơ quan đôn đốc các đơn vị trực thuộc dưới đây mở thư đã nhận và xác nhận.';
  const rows = owing
    .slice(0, NAMED)
    .map((one) => `${one.name} (hạn ${vietnamTime(one.acknowledgeBy)})`);
  if (owing.length > NAMED) rows.push(`và ${owing.length - NAMED} nơi khác`);
  const link = `${publicUrl}/dispatches/${dispatch.id}/progress`;
  return {
    subject: `${reference(dispatch)}: ${counts}`,
    text: [
      ...[`Kính gửi: ${name}`, '', `${about(dispatch)}.`, ''],
      ...[`Còn ${counts}. ${asked}`, '', ...rows.map((row) => `- ${row}`), ''],
      ...(isOurs ? [`Theo dõi: ${link}`, ''] : []),
      AUTOMATIC,
    ].join('\n'),
    html: (
      <Mail name={name} dispatch={dispatch} close={[AUTOMATIC]}>
        <p>
          <b>Còn {counts}.</b> {asked}
        </p>
        <ul>
          {rows.map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ul>
        {isOurs && (
          <p>
            <a href={link}>Theo dõi văn bản này</a>
          </p>
        )}
      </Mail>
    ),
  };
}

const about = (dispatch: Dispatch) =>
  `${dispatch.office.name} đã gửi văn bản số ${reference(dispatch)} ngày ` +
  `${shortDate(dispatch.issuedOn!)}: ${subjectOf(dispatch)}`;

function Mail({
  name,
  dispatch,
  close,
  children,
}: {
  name: string;
  dispatch: Dispatch;
  close: string[];
  children: ComponentChildren;
}) {
  return (
    <html lang="vi">
      <body style={{ fontFamily: 'Arial, sans-serif', fontSize: '16px', color: '#1a1a1a' }}>
        <p>Kính gửi: {name}</p>
        <p>{about(dispatch)}.</p>
        {children}
        <p style={{ color: '#5c5c5c', fontSize: '13px' }}>{close.join(' ')}</p>
      </body>
    </html>
  );
}
