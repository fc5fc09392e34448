import type { PersonalForm, PersonalProps } from './personal-props.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { keysOf } from '../../../../src/platform/text/words.ts';
import { Field } from '../../../platform/components/field.tsx';
import {
  REFUSAL_REASON_NAMES,
  STATUS_NAMES,
} from '../../../../src/office/recipients/receiving/words.ts';

/** What was typed into this form, if it was this one. */
export function typedInto(form: PersonalForm['form'], typed: PersonalForm | undefined) {
  const own = typed?.form === form ? typed : undefined;
  const value = (name: string) => own?.values[name] ?? '';
  return { errors: own?.errors ?? {}, value, isOpen: own !== undefined };
}

export function AcknowledgeForm({ facts, base, typed, person }: PersonalProps) {
  const { recipient, successors } = facts;
  const { errors, value } = typedInto('acknowledge', typed);
  return (
    <form method="post" action={`${base}/acknowledgement`} class="stack">
      <PersonFields id="acknowledge" {...{ errors, value, person }} />
      {(person ? [] : successors).map((successor) => (
        <label key={successor.id} class="check">
          <input
            type={successors.length > 1 ? 'radio' : 'checkbox'}
            name="agencyId"
            value={successor.id}
          />
          Xác nhận thay, với tư cách {successor.name} (cơ quan kế thừa)
        </label>
      ))}
      <button class="primary wide">Xác nhận đã tiếp nhận</button>
      <p class="muted">Đề nghị xác nhận trước {vietnamTime(recipient.acknowledgeBy)}.</p>
    </form>
  );
}

export function RefuseForm({ base, typed, person }: PersonalProps) {
  const { errors, value, isOpen } = typedInto('refuse', typed);
  return (
    <details open={isOpen}>
      <summary>Từ chối tiếp nhận, báo lý do cho nơi gửi</summary>
      <form method="post" action={`${base}/refusal`} class="stack">
        <Field id="reason" label="Lý do" error={errors.reason}>
          <select id="reason" name="reason" required>
            <option value="">Chọn lý do</option>
            {keysOf(REFUSAL_REASON_NAMES).map((reason) => (
              <option key={reason} value={reason} selected={reason === value('reason')}>
                {REFUSAL_REASON_NAMES[reason]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="note" label="Ghi thêm" error={errors.note}>
          <textarea id="note" name="note" rows={2}>
            {value('note')}
          </textarea>
        </Field>
        <PersonFields id="refuse" {...{ errors, value, person }} />
        <button class="wide">Từ chối tiếp nhận</button>
      </form>
    </details>
  );
}

export function ReportForm({ facts, base, typed, person }: PersonalProps) {
  const { acknowledgement, reports, status, recipient } = facts;
  const isReply = recipient.replyBy !== null; // 06 is the answer then, and has a form of its own
  const own = isReply && typed?.values.status === '6' ? undefined : typed;
  const { errors, value, isOpen } = typedInto('report', own);
  const known = (name: 'name' | 'post') => value(name) || acknowledgement?.[name] || '';
  if (status === 6) return <p class="muted">Đã báo: {STATUS_NAMES[6]}.</p>;
  return (
    <details open={isOpen}>
      <summary>
        Báo tiến độ xử lý{reports.length > 0 && ` (đã báo: ${STATUS_NAMES[status!]})`}
      </summary>
      <form method="post" action={`${base}/report`} class="stack">
        <Field id="status" label="Tiến độ" error={errors.status}>
          <select id="status" name="status">
            {([4, 5, ...(isReply ? [] : [6 as const])] as const).map((code) => (
              <option key={code} value={code}>
                {STATUS_NAMES[code]}
              </option>
            ))}
          </select>
        </Field>
        <PersonFields id="report" {...{ errors, value: (name) => known(name), person }} />
        <button class="wide">Gửi báo cáo tiến độ</button>
      </form>
    </details>
  );
}

export function PersonFields({
  id,
  errors,
  value,
  person,
}: {
  id: string;
  errors: Record<string, string>;
  value: (name: 'name' | 'post') => string;
  person: PersonalProps['person'];
}) {
  if (person) {
    return (
      <p>
        Người thực hiện: {person.name}, {person.post}.
      </p>
    );
  }
  const [name, post] = [`${id}-name`, `${id}-post`];
  return (
    <>
      <Field id={name} label="Họ và tên" error={errors.name}>
        <input id={name} name="name" value={value('name')} autocomplete="name" required />
      </Field>
      <Field id={post} label="Chức vụ" error={errors.post}>
        <input
          id={post}
          name="post"
          value={value('post')}
          autocomplete="organization-title"
          placeholder="Ví dụ: Văn thư"
          required
        />
      </Field>
    </>
  );
}
