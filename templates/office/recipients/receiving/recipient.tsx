import type { RecipientPageProps } from './recipient-props.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { RecipientFacts } from '../../../../src/office/recipients/receiving/recipient-facts.ts';
import { askedOf } from '../../../../src/office/dispatches/term-words.ts';
import { RecallPart } from '../recalls/desk-part.tsx';
import { Countdown } from '../../../platform/components/countdown.tsx';
import { AnswerForm, EnterForm, Entered } from './desk-forms.tsx';
import { STATUS_NAMES } from '../../../../src/office/recipients/receiving/words.ts';
import { History } from './history.tsx';
import { EnterReplyForm } from './reply.tsx';

export function RecipientPage(props: RecipientPageProps) {
  const { facts, sends, by, now } = props;
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
      <History facts={facts} sends={sends} />
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
