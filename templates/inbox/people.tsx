import { vietnamTime } from '../../src/calendar/vietnam-time.ts';
import type { AgencyPerson } from '../../src/inbox/agency-person.entity.ts';
import type { Opened } from '../../src/inbox/people.service.ts';
import { Field } from '../components/field.tsx';

export interface PeopleProps {
  agency: { name: string };
  /** Where this page is. */
  base: string;
  by: { id: string };
  people: AgencyPerson[];
  typed?: { errors: Record<string, string>; values: Record<string, string> };
  opened?: Opened;
}

export function PeoplePage({ agency, base, by, people, typed, opened }: PeopleProps) {
  return (
    <>
      <h1>Người của {agency.name}</h1>
      <p class="muted">
        Những người này đăng nhập để xem, xác nhận và báo tiến độ mọi văn bản gửi cơ quan. Không có
        tài khoản thì vẫn xác nhận được bằng đường dẫn trong thư.
      </p>
      {opened && (
        <div class="done" role="status">
          <p>Đã mở tài khoản cho {opened.fullName}. Giao cho người này, trang không hiện lại:</p>
          <dl>
            <dt>Tên đăng nhập</dt>
            <dd>
              <code>{opened.username}</code>
            </dd>
            <dt>Mật khẩu</dt>
            <dd>
              <code>{opened.password}</code>
            </dd>
          </dl>
          <p>Vào mục tên mình ở đầu trang để đổi mật khẩu.</p>
        </div>
      )}
      {people.length === 0 ? (
        <p>Chưa có ai.</p>
      ) : (
        <ul class="tasks">
          {people.map((person) => (
            <Person
              key={person.accountId}
              {...{ person, base }}
              isSelf={person.accountId === by.id}
            />
          ))}
        </ul>
      )}
      <h2>Thêm người</h2>
      <PersonForm base={base} typed={typed} />
    </>
  );
}

function Person({ person, base, isSelf }: { person: AgencyPerson; base: string; isSelf: boolean }) {
  const { accountId, account, adder, addedAt } = person;
  return (
    <li>
      <p>
        <b>{account.fullName}</b>, {account.post} <code>{account.username}</code>
        <br />
        <small>
          {adder.fullName} mở lúc {vietnamTime(addedAt)}
        </small>
      </p>
      {!isSelf && (
        <form method="post" action={`${base}/${accountId}/end`}>
          <button>Đóng tài khoản</button>
        </form>
      )}
    </li>
  );
}

function PersonForm({ base, typed }: Pick<PeopleProps, 'base' | 'typed'>) {
  const { errors = {}, values = {} } = typed ?? {};
  const fields = [
    { id: 'fullName', label: 'Họ và tên' },
    { id: 'post', label: 'Chức vụ' },
    { id: 'username', label: 'Tên đăng nhập', hint: 'Chữ không dấu, chữ số, dấu chấm, gạch.' },
  ];
  return (
    <form method="post" action={base} class="stack">
      {fields.map(({ id, label, hint }) => (
        <Field key={id} {...{ id, label, hint }} error={errors[id]}>
          <input
            {...{ id, name: id, value: values[id] }}
            autocomplete="off"
            required
            aria-describedby={errors[id] ? `${id}-error` : undefined}
          />
        </Field>
      ))}
      <button class="primary">Mở tài khoản</button>
    </form>
  );
}
