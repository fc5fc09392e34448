import type { Account } from '../../../../src/office/accounts/account.entity.ts';
import type { Unit } from '../../../../src/office/accounts/unit.entity.ts';
import type { Opened } from '../../../../src/office/administration/people/people.service.ts';
import type { PersonValues } from '../../../../src/office/administration/people/person-form.ts';
import {
  ROLE_CHOICES,
  ROLE_HINTS,
  ROLE_NAMES,
} from '../../../../src/office/administration/people/words.ts';
import { shortDate, vietnamDate } from '../../../../src/platform/time/vietnam-time.ts';
import { Field } from '../../../platform/components/field.tsx';

export interface PersonFormProps {
  /** Absent for one that is to be opened. */
  person?: Account;
  values: PersonValues;
  errors?: Record<string, string>;
  /** Just let in, by a password or a mail. */
  opened?: Opened;
  units: Unit[];
  isSelf: boolean;
}

export function PersonForm(props: PersonFormProps) {
  const { person, errors = {}, opened } = props;
  const wrong = Object.keys(errors).length;
  return (
    <div class="column">
      <p class="muted">
        <a href="/people">‹ Người của cơ quan</a>
      </p>
      <h1>{person?.fullName ?? 'Mở tài khoản'}</h1>
      {opened && <LetIn {...opened} />}
      {errors.form && (
        <p class="error" role="alert">
          {errors.form}
        </p>
      )}
      {wrong > 0 && !errors.form && (
        <p class="error" role="alert">
          Chưa lưu. Có {wrong} chỗ cần sửa, ghi ngay dưới từng ô.
        </p>
      )}
      {person?.closedAt ? (
        <p role="note">
          {person.post}, nghỉ từ ngày {shortDate(vietnamDate(person.closedAt))}. Tài khoản{' '}
          <code>{person.username}</code> đã đóng; trở lại thì mở tài khoản mới.
        </p>
      ) : (
        <Fields {...props} errors={errors} />
      )}
      {person && !person.closedAt && <Further person={person} isSelf={props.isSelf} />}
    </div>
  );
}

function LetIn({ person, password }: Opened) {
  if (password === null) {
    return (
      <p class="done" role="status">
        Thư mời đang được gửi tới {person.email}. {person.fullName} tự đặt mật khẩu trong 7 ngày.
      </p>
    );
  }
  return (
    <div class="done" role="status">
      <p>Đọc hoặc giao cho {person.fullName}, trang không hiện lại:</p>
      <dl>
        <dt>Tên đăng nhập</dt>
        <dd>
          <code>{person.username}</code>
        </dd>
        <dt>Mật khẩu</dt>
        <dd>
          <code>{password}</code>
        </dd>
      </dl>
      <p>Vào mục tên mình ở đầu trang để đổi mật khẩu.</p>
    </div>
  );
}

function Fields({ person, values, errors = {}, units }: PersonFormProps) {
  return (
    <form method="post" action={person ? `/people/${person.id}` : '/people'} class="stack">
      {!person && (
        <Field
          id="username"
          label="Tên đăng nhập"
          hint="Chữ không dấu, chữ số, dấu chấm, gạch."
          error={errors.username}
        >
          <input
            id="username"
            name="username"
            value={values.username}
            autocomplete="off"
            required
          />
        </Field>
      )}
      <Field id="fullName" label="Họ và tên" error={errors.fullName}>
        <input id="fullName" name="fullName" value={values.fullName} autocomplete="off" required />
      </Field>
      <Field id="post" label="Chức vụ" error={errors.post}>
        <input id="post" name="post" value={values.post} autocomplete="off" required />
      </Field>
      <Field id="unitId" label="Đơn vị" error={errors.unitId}>
        <select id="unitId" name="unitId">
          <option value="">Không ghi</option>
          {units.map(({ id, symbol, name }) => (
            <option key={id} value={id} selected={id === values.unitId}>
              {name} ({symbol})
            </option>
          ))}
        </select>
      </Field>
      <Field id="email" label="Địa chỉ thư" error={errors.email}>
        <input id="email" name="email" type="email" value={values.email} autocomplete="off" />
      </Field>
      <fieldset>
        <legend>Vai trò</legend>
        {ROLE_CHOICES.map((role) => (
          <label key={role} class="choice">
            <input
              type="checkbox"
              name="roles"
              value={role}
              checked={values.roles.includes(role)}
            />{' '}
            <span>
              {ROLE_NAMES[role]} <small>{ROLE_HINTS[role]}</small>
            </span>
          </label>
        ))}
        {errors.roles && <p class="error">{errors.roles}</p>}
      </fieldset>
      {!person && <WayIn chosen={values.way} />}
      <div class="actions">
        <button class="primary">{person ? 'Lưu' : 'Mở tài khoản'}</button>
        <a href="/people">Bỏ qua</a>
      </div>
    </form>
  );
}

const WAYS = [
  ['invitation', 'Gửi thư mời, người ấy tự đặt mật khẩu'],
  ['password', 'Máy đặt mật khẩu, mình đọc hoặc giao tận tay'],
] as const;

function WayIn({ chosen }: { chosen: string }) {
  return (
    <fieldset>
      <legend>Mật khẩu</legend>
      {WAYS.map(([way, label]) => (
        <label key={way} class="choice">
          <input type="radio" name="way" value={way} checked={way === chosen} required /> {label}
        </label>
      ))}
    </fieldset>
  );
}

function Further({ person, isSelf }: { person: Account; isSelf: boolean }) {
  return (
    <>
      <h2>Đặt lại cách đăng nhập</h2>
      <p class="muted">
        Cho người quên mật khẩu hoặc mất máy. Mọi phiên, khóa và xác thực hai lớp của người này kết
        thúc.
      </p>
      <form method="post" action={`/people/${person.id}/sign-in-reset`} class="actions">
        {person.email && (
          <button name="way" value="invitation">
            Gửi thư mời đặt mật khẩu
          </button>
        )}
        <button name="way" value="password">
          Đặt mật khẩu mới
        </button>
      </form>
      <h2>Nghỉ, chuyển công tác</h2>
      {isSelf ? (
        <p class="muted">Tài khoản đang dùng thì nhờ người quản trị khác đóng.</p>
      ) : (
        <p>
          <a class="button" href={`/people/${person.id}/leaving`}>
            Xem việc để lại và cho nghỉ
          </a>
        </p>
      )}
    </>
  );
}
