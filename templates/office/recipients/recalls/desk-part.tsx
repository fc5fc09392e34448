import type { RecipientFacts } from '../../../../src/office/recipients/receiving/recipient-facts.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { Field } from '../../../platform/components/field.tsx';
import { PersonFields } from '../receiving/personal-forms.tsx';
import {
  RECALL_ANSWER_NAMES,
  RECALL_STATUS_NAMES,
} from '../../../../src/office/recipients/recalls/words.ts';

const NOTICES = {
  waiting: 'đang chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  failed: 'không gửi được: gọi điện cho nơi nhận',
} as const;

/** One recipient: the recall as it stands, and the form for what was told by telephone. */
export function RecallPart({
  facts: { recall, recipient },
  isClerk,
  typed,
}: {
  facts: RecipientFacts;
  isClerk: boolean;
  typed?: { errors: Record<string, string>; values: Record<string, string> } | undefined;
}) {
  if (!recall) {
    if (!isClerk) return null;
    return (
      <p class="muted">
        <a href={`/dispatches/${recipient.dispatchId}/recall?recipient=${recipient.id}`}>
          Thu hồi riêng ở nơi nhận này
        </a>
      </p>
    );
  }
  const { request, notices, status, isRemoved } = recall;
  const mail = notices.find(({ channel }) => channel === 'email');
  const webhook = notices.find(({ channel }) => channel === 'webhook');
  const isOpen = request.fate === 'asked' && !isRemoved;
  return (
    <>
      <div class="notice" role="status">
        <p>
          <strong>Thu hồi</strong> lúc {vietnamTime(request.recall.recalledAt)}:{' '}
          {request.fate === null
            ? 'đang gửi dở, chờ kết quả.'
            : request.fate === 'cancelled'
              ? 'chưa gửi, đã hủy gửi.'
              : `${RECALL_STATUS_NAMES[status]} (${status})${isRemoved ? ', đã xóa tệp' : ''}.`}
        </p>
        {request.fate === 'asked' && (
          <p>
            {mail && `Thư đề nghị thu hồi ${NOTICES[mail.state]}. `}
            {webhook && `Tin báo tới hệ thống của cơ quan ${NOTICES[webhook.state]}.`}
            {notices.length === 0 && 'Nơi này chưa có địa chỉ thư: gọi điện để thu hồi.'}
          </p>
        )}
      </div>
      {isOpen && isClerk && <EnterAnswer id={recipient.id} typed={typed} />}
    </>
  );
}

function EnterAnswer({
  id,
  typed,
}: {
  id: string;
  typed?: { errors: Record<string, string>; values: Record<string, string> } | undefined;
}) {
  const isOwn = typed?.values.answer !== undefined;
  const errors = isOwn ? typed.errors : {};
  const value = (name: string) => (isOwn ? (typed.values[name] ?? '') : '');
  return (
    <details open={isOwn}>
      <summary>Ghi câu trả lời thu hồi qua điện thoại, bản giấy</summary>
      <form method="post" action={`/recipients/${id}/recall-answer`} class="stack column">
        <Field id="recall-answer" label="Trả lời" error={errors.answer}>
          <select id="recall-answer" name="answer">
            {(['removed', 'agreed', 'refused'] as const).map((answer) => (
              <option key={answer} value={answer} selected={answer === value('answer')}>
                {RECALL_ANSWER_NAMES[answer]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="recall-how" label="Bằng cách" error={errors.how}>
          <select id="recall-how" name="how">
            <option value="telephone">Điện thoại</option>
            <option value="paper" selected={value('how') === 'paper'}>
              Bản giấy
            </option>
          </select>
        </Field>
        <PersonFields id="recall" errors={errors} value={value} person={undefined} />
        <Field id="recall-note" label="Ghi chú; lý do, nếu không đồng ý" error={errors.note}>
          <textarea id="recall-note" name="note" rows={2}>
            {value('note')}
          </textarea>
        </Field>
        <button>Ghi câu trả lời</button>
      </form>
    </details>
  );
}
