import type { RecipientPageProps } from './recipient-props.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { RecipientFacts } from '../../../../src/office/recipients/receiving/recipient-facts.ts';
import { askedOf } from '../../../../src/office/dispatches/term-words.ts';
import { RECALL_ANSWER_NAMES } from '../../../../src/office/recipients/recalls/words.ts';
import { RecallPart } from '../recalls/desk-part.tsx';
import { Countdown } from '../../../platform/components/countdown.tsx';
import { AnswerForm, EnterForm, Entered } from './desk-forms.tsx';
import {
  HOW_NAMES,
  REFUSAL_REASON_NAMES,
  STATUS_NAMES,
} from '../../../../src/office/recipients/receiving/words.ts';
import { EnterReplyForm, replyWords } from './reply.tsx';

export function RecipientPage(props: RecipientPageProps) {
  const { facts, by, now } = props;
  const { recipient, address, acknowledgement, status } = facts;
  const { dispatch } = recipient;
  const isClerk = by.roles.includes('clerk');
  return (
    <>
      <p class="muted">
        <a href={`/dispatches/${dispatch.id}/progress`}>‹ Theo dõi {reference(dispatch)}</a>
      </p>
      <h1>{recipient.name}</h1>
      <p>
        {status && <b class="tag">{STATUS_NAMES[status]}</b>} {subjectOf(dispatch)}
      </p>
      <p class="muted">
        Theo dòng: {recipient.lines.join('; ')}. {address && `Gửi tới ${address}.`}{' '}
        {askedOf(recipient)} Đề nghị xác nhận trước {vietnamTime(recipient.acknowledgeBy)}
        {!acknowledgement && !facts.recall && (
          <>
            : <Countdown to={recipient.acknowledgeBy} now={now} />
          </>
        )}
        .
      </p>
      <ReplyDue facts={facts} now={now} />
      <ReplyFile facts={facts} />
      <RecallPart facts={facts} isClerk={isClerk} typed={props.typed} />
      {facts.openRefusal && isClerk && !facts.recall && <AnswerForm {...props} />}
      <Entered {...props} />
      <h2>Diễn biến</h2>
      <History facts={facts} />
      {facts.owesReply && isClerk && <EnterReplyForm {...props} />}
      {!acknowledgement && !facts.recall && isClerk && <EnterForm {...props} />}
    </>
  );
}

function ReplyDue({ facts, now }: { facts: RecipientFacts; now: Date }) {
  if (!facts.owesReply) return null;
  return (
    <p class="muted">
      Chưa trả lời: <Countdown to={facts.recipient.replyBy!} now={now} />.
    </p>
  );
}

function ReplyFile({ facts: { recipient, reply } }: { facts: RecipientFacts }) {
  if (!reply?.fileSha256) return null;
  return (
    <p>
      <a href={`/recipients/${recipient.id}/evidence/${reply.fileSha256}`}>Mở tệp trả lời</a>
    </p>
  );
}

interface Event {
  at: Date;
  text: string;
}

function History({ facts }: { facts: RecipientFacts }) {
  const events = [...eventsOf(facts)].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (events.length === 0) return <p class="muted">Chưa có gì ngoài việc gửi.</p>;
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
    yield { at: refusedAt, text: `Trả lại: ${why}. ${name}, ${post}.` };
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
