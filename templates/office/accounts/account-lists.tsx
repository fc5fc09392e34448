import type { ApiKey } from '../../../src/office/accounts/api-keys/api-key.entity.ts';
import type { Passkey } from '../../../src/office/accounts/passkeys/passkey.entity.ts';
import type { Session } from '../../../src/office/accounts/session.entity.ts';
import { deviceName, HOW_NAMES, SCOPE_NAMES } from '../../../src/office/accounts/words.ts';

type Time = (at: Date) => string;

export function Passkeys({ passkeys }: { passkeys: Passkey[] }) {
  return (
    <section>
      <h2>
        Khóa truy cập <small>{passkeys.length}</small>
      </h2>
      <p>Đăng nhập bằng vân tay, khuôn mặt hoặc mã của thiết bị, không cần mật khẩu.</p>
      <ul class="plain things">
        {passkeys.map(({ id, name }) => (
          <li key={id}>
            <b>{name}</b>
            <form method="post" action={`/account/passkeys/${id}/removal`}>
              <button class="quiet">
                Xóa<span class="unseen"> khóa {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form class="inline" data-passkey="add" hidden>
        <label>
          Tên khóa mới
          <input name="name" placeholder="Điện thoại của tôi" required maxLength={60} />
        </label>
        <button>Thêm khóa truy cập</button>
        <p class="error" role="alert" />
      </form>
      <noscript>
        <p class="muted">Thêm khóa truy cập cần bật JavaScript trong trình duyệt.</p>
      </noscript>
    </section>
  );
}

export function Sessions({
  sessions,
  current,
  time,
}: {
  sessions: Session[];
  current: string;
  time: Time;
}) {
  return (
    <section>
      <h2>
        Đang đăng nhập <small>{sessions.length}</small>
      </h2>
      <ul class="plain things">
        {sessions.map(({ id, device, address, how, seenAt, startedAt }) => (
          <li key={id}>
            <span>
              <b>{deviceName(device)}</b>{' '}
              {id === current && <span class="tag issued">máy này</span>}
              <small>
                {address}, bằng {HOW_NAMES[how]}, từ {time(startedAt)}, lần cuối {time(seenAt)}
              </small>
            </span>
            {id !== current && (
              <form method="post" action={`/account/sessions/${id}/end`}>
                <button class="quiet">
                  Kết thúc<span class="unseen"> phiên {deviceName(device)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/account/sessions/end-others">
          <button>Kết thúc mọi phiên khác</button>
        </form>
      )}
    </section>
  );
}

export function ApiKeys({ keys, time, now }: { keys: ApiKey[]; time: Time; now: Date }) {
  return (
    <section>
      <h2>
        Khóa cho phần mềm <small>{keys.filter((key) => key.isGoodAt(now)).length}</small>
      </h2>
      <ul class="plain things">
        {keys.map((key) => (
          <li key={key.id} class={key.isGoodAt(now) ? undefined : 'past'}>
            <span>
              <b>{key.name}</b> <code>{key.hint}…</code>
              <small>
                {key.scopes.map((scope) => SCOPE_NAMES[scope]).join('; ')}.{' '}
                {key.revokedAt
                  ? `Thu hồi ${time(key.revokedAt)}.`
                  : `Hết hạn ${time(key.expiresAt)}.`}{' '}
                {key.usedAt
                  ? `Dùng lần cuối ${time(key.usedAt)} từ ${key.usedFrom}.`
                  : 'Chưa dùng.'}
              </small>
            </span>
            {key.isGoodAt(now) && (
              <form method="post" action={`/account/keys/${key.id}/revocation`}>
                <button class="quiet">
                  Thu hồi<span class="unseen"> khóa {key.name}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href="/account/keys/new">
          Tạo khóa
        </a>
      </p>
    </section>
  );
}
