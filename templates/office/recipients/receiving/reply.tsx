import type { RecipientPageProps } from './recipient-props.ts';
import type { PersonalProps } from './personal-props.ts';
import { shortDate, vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { RecipientFacts } from '../../../../src/office/recipients/receiving/recipient-facts.ts';
import type { Reply } from '../../../../src/office/recipients/receiving/reply.entity.ts';
import { Field } from '../../../platform/components/field.tsx';
import { PersonFields, typedInto } from './personal-forms.tsx';

/** `văn bản số 12/UBND-VX ngày 05/03/2024`, or the words themselves. */
export function replyWords({ reference, dated, note, fileSha256 }: Reply): string {
  const written = reference && `văn bản số ${reference}${dated ? ` ngày ${shortDate(dated)}` : ''}`;
  return [written, note, fileSha256 && 'tệp kèm theo'].filter(Boolean).join('; ');
}

export function Replied({ facts: { reply } }: { facts: RecipientFacts }) {
  if (!reply) return null;
  return (
    <div class="done" role="status">
      <p>
        Đã trả lời lúc {vietnamTime(reply.repliedAt)}: {replyWords(reply)}.
      </p>
    </div>
  );
}

/** For the recipient: an answer is status 06 with what answers. */
export function ReplyForm({ facts, base, typed, person }: PersonalProps) {
  const own = typed?.values.status === '6' ? typed : undefined;
  const { errors, value } = typedInto('report', own);
  const { acknowledgement, recipient } = facts;
  const known = (name: 'name' | 'post') => value(name) || acknowledgement?.[name] || '';
  return (
    <form method="post" action={`${base}/report`} enctype="multipart/form-data" class="stack">
      <h2>Trả lời nơi gửi</h2>
      <p class="muted">Đề nghị trả lời trước {vietnamTime(recipient.replyBy!)}.</p>
      <input type="hidden" name="status" value="6" />
      <ReplyFields id="reply" {...{ errors, value }} />
      <PersonFields id="reply" {...{ errors, value: known, person }} />
      <button class="primary wide">Gửi trả lời</button>
    </form>
  );
}

/** For the clerk, to whom answers come on paper, too. */
export function EnterReplyForm({ facts: { recipient }, typed }: RecipientPageProps) {
  const own = typed?.values.form === 'reply' ? typed : undefined;
  const errors = own?.errors ?? {};
  const value = (name: string) => own?.values[name] ?? '';
  return (
    <details open={own !== undefined}>
      <summary>Ghi trả lời nhận bằng bản giấy, qua điện thoại</summary>
      <form
        method="post"
        action={`/recipients/${recipient.id}/reply`}
        enctype="multipart/form-data"
        class="stack column"
      >
        <input type="hidden" name="form" value="reply" />
        <Field id="reply-how" label="Bằng cách" error={errors.how}>
          <select id="reply-how" name="how">
            <option value="paper">Bản giấy</option>
            <option value="telephone" selected={value('how') === 'telephone'}>
              Điện thoại
            </option>
          </select>
        </Field>
        <ReplyFields id="reply" {...{ errors, value }} />
        <PersonFields id="reply" {...{ errors, value, person: undefined }} />
        <button>Ghi trả lời</button>
      </form>
    </details>
  );
}

function ReplyFields({
  id,
  errors,
  value,
}: {
  id: string;
  errors: Record<string, string>;
  value: (name: string) => string;
}) {
  return (
    <>
      <Field id={`${id}-reference`} label="Số, ký hiệu văn bản trả lời" error={errors.reference}>
        <input
          id={`${id}-reference`}
          name="reference"
          value={value('reference')}
          placeholder="12/UBND-VX"
        />
      </Field>
      <Field id={`${id}-dated`} label="Ngày văn bản trả lời" error={errors.dated}>
        <input id={`${id}-dated`} name="dated" type="date" value={value('dated')} />
      </Field>
      <Field
        id={`${id}-note`}
        label="Nội dung trả lời"
        hint="Khi không trả lời bằng văn bản riêng."
        error={errors.note}
      >
        <textarea id={`${id}-note`} name="note" rows={3}>
          {value('note')}
        </textarea>
      </Field>
      <Field id={`${id}-file`} label="Tệp trả lời" hint="PDF hoặc ảnh, không bắt buộc.">
        <input id={`${id}-file`} name="file" type="file" />
      </Field>
    </>
  );
}
