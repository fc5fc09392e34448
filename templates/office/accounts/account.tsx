import type { Account } from '../../../src/office/accounts/account.entity.ts';
import type { ApiKey } from '../../../src/office/accounts/api-keys/api-key.entity.ts';
import type { Passkey } from '../../../src/office/accounts/passkeys/passkey.entity.ts';
import type { Session } from '../../../src/office/accounts/session.entity.ts';
import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type { AccountEvent } from '../../../src/office/accounts/notices/account-notices.service.ts';
import { Field } from '../../platform/components/field.tsx';
import { ApiKeys, Passkeys, Sessions } from './account-lists.tsx';
import { EVENT_NAMES } from '../../../src/office/accounts/words.ts';

export interface AccountProps {
  by: Account;
  sessions: Session[];
  /** The id of the session that asks. */
  current: string;
  passkeys: Passkey[];
  keys: ApiKey[];
  /** What was done to the account, the latest first. */
  events: AccountEvent[];
  secondFactor: { isOn: boolean; codesLeft: number; isRequired: boolean };
  errors: Record<string, string>;
}

export function AccountPage(props: AccountProps) {
  const { by, sessions, current, passkeys, keys, secondFactor, events, errors } = props;
  return (
    <div class="column">
      <h1>
        Tài khoản của tôi <small>{by.username}</small>
      </h1>
      <SecondFactor {...secondFactor} />
      <Passkeys passkeys={passkeys} />
      <section>
        <h2>Mật khẩu</h2>
        <details open={Object.keys(errors).length > 0}>
          <summary>Đổi mật khẩu</summary>
          <form method="post" action="/account/password" class="stack">
            <input type="hidden" autocomplete="username" value={by.username} />
            <Field id="password" label="Mật khẩu hiện tại" error={errors.password}>
              <input
                id="password"
                name="password"
                type="password"
                autocomplete="current-password"
                required
              />
            </Field>
            <Field
              id="next"
              label="Mật khẩu mới"
              hint="Ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt nhất."
              error={errors.next}
            >
              <input
                id="next"
                name="next"
                type="password"
                autocomplete="new-password"
                minlength={10}
                required
              />
            </Field>
            <button>Đổi mật khẩu</button>
          </form>
        </details>
      </section>
      <Sessions {...{ sessions, current }} time={vietnamTime} />
      <ApiKeys keys={keys} time={vietnamTime} now={new Date()} />
      <Events events={events} />
    </div>
  );
}

function Events({ events }: { events: AccountEvent[] }) {
  if (events.length === 0) return null;
  return (
    <section>
      <h2>Việc gần đây với tài khoản</h2>
      <p>Thấy việc bạn không làm: đổi mật khẩu, kết thúc mọi phiên khác và báo quản trị viên.</p>
      <ul class="plain things">
        {events.map(({ at, verb, by, address, details }) => (
          <li key={`${at.toISOString()} ${verb}`}>
            <span>
              <b>{EVENT_NAMES[verb] ?? verb}</b>
              {typeof details['name'] === 'string' && ` ${details['name']}`}
              <small>
                {vietnamTime(at)}
                {by && `, ${by}`}
                {address && `, từ ${address}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SecondFactor({ isOn, codesLeft, isRequired }: AccountProps['secondFactor']) {
  return (
    <section>
      <h2>Xác thực hai lớp</h2>
      {isOn ? (
        <>
          <p>
            <span class="tag acknowledged">Đang bật</span> Mỗi lần đăng nhập bằng mật khẩu hỏi thêm
            mã trên điện thoại. Còn {codesLeft} mã dự phòng.
          </p>
          <div class="actions">
            <form method="post" action="/account/recovery-codes">
              <button>Tạo mã dự phòng mới</button>
            </form>
            {!isRequired && (
              <form method="post" action="/account/totp/removal">
                <button class="quiet">Tắt xác thực hai lớp</button>
              </form>
            )}
          </div>
        </>
      ) : (
        <>
          <p>
            <span class="tag">Đang tắt</span> Ai biết mật khẩu của bạn là vào được. Bật để hỏi thêm
            mã trên điện thoại.
          </p>
          <p>
            <a class="button primary" href="/account/totp?to=%2Faccount">
              Bật xác thực hai lớp
            </a>
          </p>
        </>
      )}
    </section>
  );
}
