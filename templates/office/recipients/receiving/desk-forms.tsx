import type { RecipientPageProps } from './recipient-props.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { Field } from '../../../platform/components/field.tsx';
import {
  HOW_NAMES,
  REFUSAL_REASON_NAMES,
} from '../../../../src/office/recipients/receiving/words.ts';

/** What the clerk wrote down, with the button of the second person. */
export function Entered({ facts, by }: RecipientPageProps) {
  const { recipient, entered } = facts;
  const maySee = by.roles.includes('clerk') || by.roles.includes('leader');
  if (!maySee || entered.length === 0) return null;
  return (
    <section>
      <h2>Chờ xác nhận</h2>
      {entered.map(({ id, name, post, how, saidAt, note, evidenceSha256, enterer }) => (
        <div class="notice" key={id}>
          <p>
            {name}, {post}, báo đã nhận {HOW_NAMES[how]} lúc {vietnamTime(saidAt)}. Người ghi:{' '}
            {enterer.fullName}.
          </p>
          {note && <blockquote>{note}</blockquote>}
          {evidenceSha256 && (
            <p>
              <a href={`/recipients/${recipient.id}/evidence/${evidenceSha256}`}>
                Xem căn cứ đính kèm
              </a>
            </p>
          )}
          {facts.recall ? (
            <p class="muted">Văn bản đã thu hồi ở nơi này nên không cần xác nhận nữa.</p>
          ) : enterer.id === by.id ? (
            <p class="muted">Một người khác trong cơ quan cần xác nhận.</p>
          ) : (
            <form
              method="post"
              action={`/recipients/${recipient.id}/acknowledgement/${id}/confirmation`}
            >
              <button class="primary">Đã kiểm tra, xác nhận</button>
            </form>
          )}
        </div>
      ))}
    </section>
  );
}

export function EnterForm({ facts: { recipient }, typed }: RecipientPageProps) {
  const errors = typed?.errors ?? {};
  const value = (name: string) => typed?.values[name] ?? '';
  return (
    <section>
      <h2>Ghi xác nhận qua điện thoại hoặc bản giấy</h2>
      <form
        method="post"
        action={`/recipients/${recipient.id}/acknowledgement`}
        enctype="multipart/form-data"
        class="stack measure"
      >
        <div class="columns">
          <Field id="how" label="Bằng cách" error={errors.how}>
            <select id="how" name="how">
              <option value="telephone">Điện thoại</option>
              <option value="paper" selected={value('how') === 'paper'}>
                Bản giấy
              </option>
            </select>
          </Field>
          <Field id="saidAt" label="Lúc" error={errors.saidAt}>
            <input
              id="saidAt"
              name="saidAt"
              type="datetime-local"
              value={value('saidAt')}
              required
            />
          </Field>
        </div>
        <div class="columns">
          <Field id="name" label="Họ tên người xác nhận" error={errors.name}>
            <input id="name" name="name" value={value('name')} required />
          </Field>
          <Field id="post" label="Chức vụ" error={errors.post}>
            <input id="post" name="post" value={value('post')} required />
          </Field>
        </div>
        <Field id="note" label="Nội dung trao đổi" error={errors.note}>
          <textarea id="note" name="note" rows={2}>
            {value('note')}
          </textarea>
        </Field>
        <Field id="evidence" label="Căn cứ: ảnh, PDF hoặc tệp ghi âm">
          <input id="evidence" name="evidence" type="file" />
        </Field>
        <button>Ghi lại, chờ người thứ hai xác nhận</button>
      </form>
    </section>
  );
}

export function AnswerForm({ facts, typed }: RecipientPageProps) {
  const { recipient, address } = facts;
  const { reason, note } = facts.openRefusal!;
  return (
    <section class="notice">
      <p>
        Nơi nhận từ chối tiếp nhận văn bản: <b>{REFUSAL_REASON_NAMES[reason]}</b>
        {note && ` (${note})`}.
      </p>
      <form method="post" action={`/recipients/${recipient.id}/answer`} class="stack measure">
        <Field
          id="address"
          label="Địa chỉ thư khác"
          hint={`Để trống thì gửi lại ${address ?? 'địa chỉ cũ'}.`}
          error={typed?.errors.address}
        >
          <input id="address" name="address" type="email" value={typed?.values.address} />
        </Field>
        <Field id="answer-note" label="Ghi chú">
          <input id="answer-note" name="note" value={typed?.values.note} />
        </Field>
        <div class="actions">
          <button class="primary" name="answer" value="resent">
            Gửi lại
          </button>
          <button name="answer" value="withdrawn">
            Rút văn bản khỏi nơi nhận này
          </button>
        </div>
      </form>
    </section>
  );
}
