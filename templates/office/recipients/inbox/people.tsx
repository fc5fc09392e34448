import { shortDate, vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { AgencyPerson } from '../../../../src/office/recipients/inbox/agency-person.entity.ts';
import type { Opened } from '../../../../src/office/recipients/inbox/people.service.ts';
import { Field } from '../../../platform/components/field.tsx';

export interface PeopleProps {
  agency: { name: string; validTo: string | null };
  /** Who carries on for it, once it has ended. */
  heirs: { id: string; name: string }[];
  /** Where this page is. */
  base: string;
  by: { id: string };
  people: AgencyPerson[];
  typed?: { errors: Record<string, string>; values: Record<string, string> };
  opened?: Opened;
}

export function PeoplePage({ agency, heirs, base, by, people, typed, opened }: PeopleProps) {
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
      {heirs.length > 0 && (
        <p role="note">
          Cơ quan này kết thúc hoạt động sau ngày {shortDate(agency.validTo!)}. Tài khoản ở đây
          không mở được hộp văn bản nữa; chuyển sang cơ quan kế thừa, hoặc đóng lại.
        </p>
      )}
      {people.length === 0 ? (
        <p>Chưa có ai.</p>
      ) : (
        <ul class="tasks">
          {people.map((person) => (
            <Person
              key={person.accountId}
              {...{ person, base, heirs }}
              isSelf={person.accountId === by.id}
            />
          ))}
        </ul>
      )}
      {(heirs.length === 0 || typed) && (
        <>
          <h2>Thêm người</h2>
          <PersonForm base={base} typed={typed} />
        </>
      )}
    </>
  );
}

function Person({
  person,
  base,
  heirs,
  isSelf,
}: Pick<PeopleProps, 'base' | 'heirs'> & { person: AgencyPerson; isSelf: boolean }) {
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
      {heirs.map(({ id, name }) => (
        <form key={id} method="post" action={`${base}/${accountId}/transfer`}>
          <input type="hidden" name="to" value={id} />
          <button>Chuyển sang {name}</button>
        </form>
      ))}
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
    {
      id: 'username',
      label: 'Tên đăng nhập',
      hint: 'Chữ không dấu, chữ số, dấu chấm, gạch; máy thêm bốn chữ số.',
    },
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
