import type { Send } from '../../../../src/office/delivery/attempts/sends.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { RECALL_ANSWER_NAMES } from '../../../../src/office/recipients/recalls/words.ts';
import type { RecipientFacts } from '../../../../src/office/recipients/receiving/recipient-facts.ts';
import {
  HOW_NAMES,
  REFUSAL_REASON_NAMES,
  STATUS_NAMES,
} from '../../../../src/office/recipients/receiving/words.ts';
import { replyWords } from './reply.tsx';

interface Event {
  at: Date;
  text: string;
}

/** All that happened between the office and one recipient, in order of time. */
export function History({ facts, sends }: { facts: RecipientFacts; sends: Send[] }) {
  const events = [...sends.map(sendEvent), ...eventsOf(facts)].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  if (events.length === 0) return <p class="muted">Chưa gửi lần nào.</p>;
  return (
    <table class="stacked">
      <thead>
        <tr>
          <th>Lúc</th>
          <th>Việc</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ at, text }) => (
          <tr key={`${at.getTime()} ${text}`}>
            <td>{vietnamTime(at)}</td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sendEvent({ at, channel, address, outcome, attempts, reason }: Send): Event {
  const isMail = channel === 'email';
  const to = isMail ? address : `hệ thống của nơi nhận (${address})`;
  const words = {
    accepted: isMail ? `Gửi tới ${to}: máy chủ thư đã nhận.` : `Báo tới ${to}: đã nhận.`,
    temporary: `Chưa gửi được tới ${to}${attempts > 1 ? ` (${attempts} lần)` : ''}. ${reason}`,
    permanent: `Gửi tới ${to} không được. ${reason}`,
    arrived: `Máy chủ thư báo đã đưa thư vào hộp thư ${address}.`,
    'came-back': `Thư gửi tới ${address} bị trả về. ${reason}`,
  };
  return { at, text: words[outcome] };
}

function* eventsOf(facts: RecipientFacts): Generator<Event> {
  for (const { kind, firstAt } of facts.readings) {
    const what = kind === 'opened' ? 'Liên kết được mở' : 'Tệp được tải về';
    yield { at: firstAt, text: `${what} lần đầu (có thể do máy quét thư).` };
  }
  const { acknowledgement } = facts;
  if (acknowledgement) {
    const { acknowledgedAt: at, name, post, how, agency, enterer, confirmer } = acknowledgement;
    const who = name ? `${name}, ${post}, ` : '';
    const agent = agency ? `, thay mặt ${agency.name}` : '';
    const told = enterer ? ` ${enterer.fullName} ghi lại, ${confirmer!.fullName} xác nhận.` : '';
    yield { at, text: `Xác nhận tiếp nhận: ${who}${HOW_NAMES[how]}${agent}.${told}` };
  }
  for (const { refusedAt, reason, note, name, post, answer } of facts.refusals) {
    const why = REFUSAL_REASON_NAMES[reason] + (note ? ` (${note})` : '');
    yield { at: refusedAt, text: `Từ chối tiếp nhận: ${why}. ${name}, ${post}.` };
    if (!answer) continue;
    const done = answer.answer === 'resent' ? 'Gửi lại' : 'Rút văn bản khỏi nơi nhận';
    const said = answer.note ? `: ${answer.note}` : '';
    yield { at: answer.answeredAt, text: `${done}${said}. ${answer.answerer.fullName}.` };
  }
  for (const { reportedAt, status, name, post } of facts.reports) {
    yield { at: reportedAt, text: `Báo tiến độ: ${STATUS_NAMES[status]}. ${name}, ${post}.` };
  }
  if (facts.reply) {
    const { repliedAt: at, name, post, how, enterer } = facts.reply;
    const told = enterer ? ` ${enterer.fullName} ghi lại.` : '';
    yield {
      at,
      text: `Trả lời: ${replyWords(facts.reply)}. ${name}, ${post}, ${HOW_NAMES[how]}.${told}`,
    };
  }
  if (facts.recall) {
    const { recall, decidedAt, fate } = facts.recall.request;
    yield { at: recall.recalledAt, text: `${recall.recaller.fullName} thu hồi: ${recall.reason}` };
    if (decidedAt && fate === 'cancelled') yield { at: decidedAt, text: 'Chưa gửi, đã hủy gửi.' };
    for (const { answeredAt, answer, name, post, how, note, enterer } of facts.recall.answers) {
      const told = enterer ? ` ${enterer.fullName} ghi lại.` : '';
      const text = `${RECALL_ANSWER_NAMES[answer]}: ${name}, ${post}, ${HOW_NAMES[how]}.${note ? ` ${note}` : ''}${told}`;
      yield { at: answeredAt, text };
    }
  }
  for (const { enteredAt, name, how, enterer } of facts.entered) {
    const text = `${enterer.fullName} ghi lại lời xác nhận của ${name} ${HOW_NAMES[how]}, chờ người thứ hai xác nhận.`;
    yield { at: enteredAt, text };
  }
}
