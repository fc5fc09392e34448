import type { Owing } from '../../../../src/office/follow-up/reminders/owing.ts';
import type { ComponentChildren, VNode } from 'preact';
import { shortDate, vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import { urgentFirst } from '../../../../src/office/dispatches/words.ts';
import type {
  Concern,
  Rung,
} from '../../../../src/office/follow-up/reminders/reminder-step.entity.ts';

export interface ReminderWords {
  subject: string;
  text: string;
  html: VNode;
}

const AUTOMATIC = 'Thư gửi tự động từ hệ thống phát hành văn bản.';
const NAMED = 100;

const WORDS = {
  acknowledgement: {
    asked: 'xác nhận tiếp nhận',
    short: 'xác nhận',
    lacking: 'chưa xác nhận tiếp nhận',
    how: 'bấm "Xác nhận đã tiếp nhận"',
    link: 'Mở văn bản và xác nhận đã tiếp nhận',
    others: 'mở thư đã nhận và xác nhận',
  },
  reply: {
    asked: 'trả lời',
    short: 'trả lời',
    lacking: 'chưa trả lời',
    how: 'ghi số, ký hiệu văn bản trả lời',
    link: 'Mở văn bản và trả lời',
    others: 'trả lời',
  },
};

/** To a recipient that owes its acknowledgement or its answer. */
export function ownMail(
  dispatch: Dispatch,
  name: string,
  concerns: Concern,
  { deadline }: Owing,
  now: Date,
  link: string,
): ReminderWords {
  const words = WORDS[concerns];
  const isLate = now > deadline;
  const asked = isLate
    ? `Đến nay chưa có ${words.asked}; hạn là ${vietnamTime(deadline)}.`
    : `Đề nghị ${words.asked} trước ${vietnamTime(deadline)}.`;
  const close = [
    `Đã ${words.short} bằng cách khác thì bỏ qua thư này.`,
    'Liên kết này chỉ dành cho cơ quan nhận; đừng chuyển tiếp ra ngoài cơ quan.',
    AUTOMATIC,
  ];
  return {
    subject: urgentFirst(
      dispatch,
      `${isLate ? 'Quá hạn' : 'Nhắc'} ${words.short} văn bản ${reference(dispatch)}`,
    ),
    text: [
      `Kính gửi: ${name}`,
      '',
      `${about(dispatch)}.`,
      '',
      asked,
      '',
      `Mở liên kết dưới đây và ${words.how}:`,
      '',
      link,
      '',
      ...close,
    ].join('\n'),
    html: (
      <Mail name={name} about={about(dispatch)} close={close}>
        <p>
          <b>{asked}</b>
        </p>
        <p>
          <a href={link}>{words.link}</a>
        </p>
      </Mail>
    ),
  };
}

/**
 * To somebody who is to see to it that others answer: one mail about all of them. Of a restricted dispatch only the
 * clerk is told what it is about, and the office's own head not whom it went to.
 */
export function digestMail(
  dispatch: Dispatch,
  name: string,
  { rung, concerns }: { rung: Rung; concerns: Concern },
  owing: Owing[],
  now: Date,
  publicUrl: string,
): ReminderWords {
  const isOurs = rung !== 'parent';
  const words = WORDS[concerns];
  const late = owing.filter(({ deadline }) => deadline < now).length;
  const counts = `${owing.length} nơi ${words.lacking}${late ? `, ${late} nơi quá hạn` : ''}`;
  const asked = isOurs
    ? 'Đề nghị xem và đôn đốc.'
    : `Đề nghị quý cơ quan đôn đốc các đơn vị trực thuộc dưới đây ${words.others}.`;
  const isRestricted = dispatch.reading === 'restricted';
  const rows = isRestricted && rung === 'head' ? [] : rowsOf(owing);
  const what = isRestricted && rung !== 'clerk' ? restricted(dispatch) : about(dispatch);
  const link = `${publicUrl}/dispatches/${dispatch.id}/progress`;
  return {
    subject: urgentFirst(dispatch, `${reference(dispatch)}: ${counts}`),
    text: [
      `Kính gửi: ${name}`,
      '',
      `${what}.`,
      '',
      `Còn ${counts}. ${asked}`,
      '',
      ...(rows.length > 0 ? [...rows.map((row) => `- ${row}`), ''] : []),
      ...(isOurs ? [`Theo dõi: ${link}`, ''] : []),
      AUTOMATIC,
    ].join('\n'),
    html: (
      <Mail name={name} about={what} close={[AUTOMATIC]}>
        <p>
          <b>Còn {counts}.</b> {asked}
        </p>
        {rows.length > 0 && (
          <ul>
            {rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        )}
        {isOurs && (
          <p>
            <a href={link}>Theo dõi văn bản này</a>
          </p>
        )}
      </Mail>
    ),
  };
}

function rowsOf(owing: Owing[]): string[] {
  const rows = owing.slice(0, NAMED).map((one) => `${one.name} (hạn ${vietnamTime(one.deadline)})`);
  return owing.length > NAMED ? [...rows, `và ${owing.length - NAMED} nơi khác`] : rows;
}

const sent = (dispatch: Dispatch) =>
  `${dispatch.head.name} đã gửi văn bản số ${reference(dispatch)} ngày ` +
  shortDate(dispatch.issuedOn!);

const about = (dispatch: Dispatch) => `${sent(dispatch)}: ${subjectOf(dispatch)}`;

const restricted = (dispatch: Dispatch) => `${sent(dispatch)} (văn bản hạn chế đọc)`;

function Mail({
  name,
  about,
  close,
  children,
}: {
  name: string;
  about: string;
  close: string[];
  children: ComponentChildren;
}) {
  return (
    <html lang="vi">
      <body style={{ fontFamily: 'Arial, sans-serif', fontSize: '16px', color: '#1a1a1a' }}>
        <p>Kính gửi: {name}</p>
        <p>{about}.</p>
        {children}
        <p style={{ color: '#5c5c5c', fontSize: '13px' }}>{close.join(' ')}</p>
      </body>
    </html>
  );
}
