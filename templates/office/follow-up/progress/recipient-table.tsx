import { RECIPIENT_STATE_NAMES, REPLY_NAMES } from '../../../../src/office/recipient-words.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { RecipientRow } from '../../../../src/office/follow-up/progress/recipients.service.ts';
import { Trouble } from './run-box.tsx';
import { askedOf } from '../../../../src/office/dispatches/term-words.ts';

export function RecipientTable({
  items,
  dispatchId,
  isClerk,
}: {
  items: RecipientRow[];
  dispatchId: string;
  isClerk: boolean;
}) {
  return (
    <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
      <table class="stacked">
        <thead>
          <tr>
            <th>Nơi nhận</th>
            <th>Theo dòng</th>
            <th>Địa chỉ</th>
            <th>Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {items.map((recipient) => (
            <tr key={recipient.id}>
              <td>
                <a href={`/recipients/${recipient.id}`}>{recipient.name}</a>
              </td>
              <td>
                <small>{recipient.lines.join('; ')}</small>
                <small class="asked">{askedOf(recipient)}</small>
              </td>
              <td>{recipient.address ?? '–'}</td>
              <td>
                <b class={`tag ${recipient.state}`}>{RECIPIENT_STATE_NAMES[recipient.state]}</b>
                {recipient.late && (
                  <b class="tag late">Quá hạn từ {vietnamTime(recipient.acknowledgeBy)}</b>
                )}
                <Reply recipient={recipient} />
                {recipient.acknowledgedAt && <small>{vietnamTime(recipient.acknowledgedAt)}</small>}
                <Trouble recipient={recipient} dispatchId={dispatchId} isClerk={isClerk} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reply({ recipient: { reply, replyBy } }: { recipient: RecipientRow }) {
  if (reply === 'given') return <b class="tag acknowledged">{REPLY_NAMES.given}</b>;
  if (reply === 'late') return <b class="tag late">Quá hạn trả lời từ {vietnamTime(replyBy!)}</b>;
  return reply === 'owed' ? <b class="tag">{REPLY_NAMES.owed}</b> : null;
}
