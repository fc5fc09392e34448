import { keysOf } from '../../../../src/platform/text/words.ts';
import type { Contacts } from '../../../../src/office/follow-up/reminders/contacts.ts';
import {
  type Concern,
  type ReminderStep,
} from '../../../../src/office/follow-up/reminders/reminder-step.entity.ts';
import { Field } from '../../../platform/components/field.tsx';
import {
  CONCERN_NAMES,
  RUNG_NAMES,
  timing,
} from '../../../../src/office/follow-up/reminders/words.ts';

export interface TypedPolicy {
  form: 'step' | 'clerk' | 'head';
  errors: Record<string, string>;
  values: Record<string, string>;
}

export interface PolicyPageProps {
  steps: ReminderStep[];
  contacts: Contacts;
  mayManage: boolean;
  typed?: TypedPolicy | undefined;
}

export function PolicyPage(props: PolicyPageProps) {
  const { mayManage } = props;
  return (
    <>
      <h1>Nhắc và đôn đốc</h1>
      <p class="muted measure">
        Nơi chưa xác nhận tiếp nhận được nhắc theo các bước dưới đây, tính từ hạn xác nhận của từng
        nơi; nơi cần trả lời còn được nhắc tính từ hạn trả lời. Chỉ nhắc trong giờ làm việc theo{' '}
        <a href="/calendar">lịch của cơ quan</a>; bước rơi ngoài giờ thì dời tới đầu giờ làm việc kế
        tiếp. Ai đã xác nhận hay đã trả lời, từ chối tiếp nhận hoặc được rút văn bản thì thôi nhắc;
        văn bản đang tạm dừng gửi thì không nhắc ai. Mỗi bước nhắc mỗi nơi một lần.
      </p>
      {keysOf(CONCERN_NAMES).map((concerns) => (
        <Ladder key={concerns} {...props} concerns={concerns} />
      ))}
      {mayManage && (
        <>
          <AddStep {...props} />
          <h2>Thư đôn đốc của cơ quan gửi tới</h2>
          <ContactForm {...props} rung="clerk" label="Văn thư" />
          <ContactForm {...props} rung="head" label="Người đứng đầu" />
        </>
      )}
    </>
  );
}

function Ladder({ steps, contacts, mayManage, concerns }: PolicyPageProps & { concerns: Concern }) {
  const own = steps.filter((step) => step.concerns === concerns);
  return (
    <>
      <h2>Theo hạn {CONCERN_NAMES[concerns]}</h2>
      {own.length === 0 ? (
        <p>Chưa có bước nào: hệ thống không tự nhắc {CONCERN_NAMES[concerns]}.</p>
      ) : (
        <table class="ladder">
          <thead>
            <tr>
              <th>Khi nào</th>
              <th>Nhắc ai</th>
              {mayManage && (
                <th>
                  <span class="unseen">Việc làm</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {own.map((step) => (
              <tr key={step.id}>
                <td>{capital(timing(step))}</td>
                <td>
                  <Whom step={step} contacts={contacts} />
                </td>
                {mayManage && (
                  <td>
                    <form method="post" action={`/reminders/steps/${step.id}/end`}>
                      <button class="quiet">Bỏ</button>
                    </form>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

function Whom({ step: { rung }, contacts }: { step: ReminderStep; contacts: Contacts }) {
  if (rung === 'telephone') return <a href="/calls">{RUNG_NAMES[rung]}</a>;
  if (rung !== 'clerk' && rung !== 'head') return <>{RUNG_NAMES[rung]}</>;
  const contact = contacts[rung];
  return (
    <>
      {RUNG_NAMES[rung]}
      {contact ? (
        <small>
          {contact.name}, {contact.email}
        </small>
      ) : (
        <small class="bad">Chưa có địa chỉ thư nên bước này bị bỏ qua; văn thư ghi ở dưới.</small>
      )}
    </>
  );
}

function AddStep({ typed }: PolicyPageProps) {
  const own = typed?.form === 'step' ? typed : undefined;
  const errors = own?.errors ?? {};
  const {
    amount,
    when = 'after',
    unit = 'hours',
    counted = 'working',
    rung,
    concerns,
  } = (own?.values ?? {}) as Record<string, string | undefined>;
  const options = (name: string, chosen: string | undefined, all: [string, string][]) => (
    <select id={name} name={name}>
      {all.map(([value, label]) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </select>
  );
  return (
    <form method="post" action="/reminders/steps" class="stack">
      <h2>Thêm một bước</h2>
      <div class="columns">
        <Field id="concerns" label="Theo">
          {options(
            'concerns',
            concerns,
            keysOf(CONCERN_NAMES).map((one): [string, string] => [
              one,
              `hạn ${CONCERN_NAMES[one]}`,
            ]),
          )}
        </Field>
        <Field id="when" label="Lúc">
          {options('when', when, [
            ['before', 'Trước hạn'],
            ['at', 'Đúng hạn'],
            ['after', 'Sau hạn'],
          ])}
        </Field>
        <Field id="amount" label="Bao lâu" error={errors['amount']}>
          <input
            id="amount"
            name="amount"
            inputMode="numeric"
            value={amount ?? '4'}
            aria-describedby={errors['amount'] ? 'amount-error' : undefined}
          />
        </Field>
        <Field id="unit" label="Đơn vị" error={errors['unit']}>
          {options('unit', unit, [
            ['minutes', 'phút'],
            ['hours', 'giờ'],
            ['days', 'ngày'],
          ])}
        </Field>
        <Field id="counted" label="Tính" error={errors['counted']}>
          {options('counted', counted, [
            ['working', 'giờ, ngày làm việc'],
            ['clock', 'mọi giờ, mọi ngày'],
          ])}
        </Field>
        <Field id="rung" label="Nhắc ai" error={errors['rung']}>
          {options(
            'rung',
            rung,
            keysOf(RUNG_NAMES).map((one): [string, string] => [one, RUNG_NAMES[one]]),
          )}
        </Field>
      </div>
      <p class="muted">Bước mới không nhắc bù cho những hạn đã qua mốc này.</p>
      <button>Thêm bước</button>
    </form>
  );
}

function ContactForm({
  contacts,
  typed,
  rung,
  label,
}: PolicyPageProps & { rung: 'clerk' | 'head'; label: string }) {
  const own = typed?.form === rung ? typed : undefined;
  const value = (name: 'name' | 'email') => own?.values[name] ?? contacts[rung]?.[name] ?? '';
  return (
    <form method="post" action={`/reminders/contacts/${rung}`} class="stack measure">
      <div class="columns">
        <Field id={`${rung}-name`} label={`${label}: tên`}>
          <input id={`${rung}-name`} name="name" value={value('name')} />
        </Field>
        <Field id={`${rung}-email`} label="Địa chỉ thư" error={own?.errors['email']}>
          <input
            id={`${rung}-email`}
            name="email"
            type="email"
            value={value('email')}
            aria-describedby={own ? `${rung}-email-error` : undefined}
          />
        </Field>
      </div>
      <button>Lưu</button>
    </form>
  );
}
