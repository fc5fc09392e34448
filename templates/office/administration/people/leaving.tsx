import type { Mandate } from '../../../../src/office/accounts/mandate.entity.ts';
import type { Preview } from '../../../../src/office/administration/people/leaving/leaving.service.ts';
import type {
  WhatIsLeft,
  Work,
} from '../../../../src/office/administration/people/leaving/what-is-left.ts';
import { Field } from '../../../platform/components/field.tsx';

export interface LeavingProps extends Preview {
  values: { reason: string; drafterId: string; mandateId: string };
  errors: Record<string, string>;
}

const SHOWN = 20;

export function LeavingPage(props: LeavingProps) {
  const { person, left, values, errors } = props;
  return (
    <div class="column">
      <p class="muted">
        <a href={`/people/${person.id}`}>‹ {person.fullName}</a>
      </p>
      <h1>{person.fullName} nghỉ</h1>
      {errors.form && (
        <p class="error" role="alert">
          {errors.form}
        </p>
      )}
      <p>
        Tài khoản <code>{person.username}</code> đóng ngay
        {ending(left).length > 0 && `: ${ending(left).join(', ')}`}.
      </p>
      <Mandates mandates={left.mandates} resting={left.resting} />
      <Signed works={left.signed} />
      {left.contacts.length > 0 && (
        <p role="note">
          Thư nhắc còn gửi tới địa chỉ của người này ({left.contacts.join(', ')}). Văn thư đổi ở mục
          Nhắc.
        </p>
      )}
      <form method="post" action={`/people/${person.id}/leaving`} class="stack">
        <input type="hidden" name="seal" value={left.seal} />
        <Drafts {...props} />
        <Waiting {...props} />
        <Field id="reason" label="Lý do" error={errors.reason}>
          <input
            id="reason"
            name="reason"
            value={values.reason}
            placeholder="Nghỉ hưu theo Quyết định số …"
            required
          />
        </Field>
        <div class="actions">
          <button class="primary">Cho nghỉ từ hôm nay</button>
          <a href={`/people/${person.id}`}>Bỏ qua</a>
        </div>
      </form>
    </div>
  );
}

const ending = ({ sessions, keys, passkeys }: WhatIsLeft): string[] => [
  ...(sessions > 0 ? [`${sessions} phiên đăng nhập kết thúc`] : []),
  ...(keys > 0 ? [`${keys} khóa cho phần mềm bị thu hồi`] : []),
  ...(passkeys > 0 ? [`${passkeys} khóa truy cập bị xóa`] : []),
];

const inWords = ({ account, authority }: Mandate) =>
  `${account.fullName}: ${authority.join(' / ')}`;

function Mandates({ mandates, resting }: { mandates: Mandate[]; resting: Mandate[] }) {
  if (mandates.length === 0) return null;
  return (
    <div class="notice">
      <p>Thẩm quyền ký kết thúc sau hôm nay:</p>
      <ul>
        {mandates.map((mandate) => (
          <li key={mandate.id}>{inWords(mandate)}</li>
        ))}
        {resting.map((mandate) => (
          <li key={mandate.id}>{inWords(mandate)}, giao từ thẩm quyền trên</li>
        ))}
      </ul>
    </div>
  );
}

function Signed({ works }: { works: Work[] }) {
  if (works.length === 0) return null;
  return (
    <div class="notice">
      <p>Người này đã ký, chưa phát hành. Phát hành trong hôm nay, sau đó phải trình ký lại:</p>
      <List works={works} />
    </div>
  );
}

function Drafts({ left, drafters, values, errors }: LeavingProps) {
  const { drafts, forms } = left;
  if (drafts.length + forms === 0) return null;
  return (
    <section>
      <h2>Dự thảo và văn bản đang theo</h2>
      <List works={drafts} />
      {forms > 0 && <p class="muted">{forms} tờ đang viết dở, chưa lưu thành dự thảo.</p>}
      <Field id="drafterId" label="Người tiếp nhận" error={errors.drafterId}>
        <select id="drafterId" name="drafterId" required>
          <option value="">Chọn người</option>
          {drafters.map(({ id, fullName, post }) => (
            <option key={id} value={id} selected={id === values.drafterId}>
              {fullName}, {post}
            </option>
          ))}
        </select>
      </Field>
    </section>
  );
}

function Waiting({ left, mandates, values, errors }: LeavingProps) {
  if (left.waiting.length === 0) return null;
  return (
    <section>
      <h2>Đang chờ người này ký</h2>
      <List works={left.waiting} />
      {mandates.length === 0 ? (
        <p class="error" role="alert">
          Không còn ai có thẩm quyền ký hôm nay. Văn thư ghi thẩm quyền cho người khác trước.
        </p>
      ) : (
        <Field
          id="mandateId"
          label="Người ký thay"
          hint="Trang in tên người mới và chờ người ấy ký; ngoài thẩm quyền thì trả về người soạn."
          error={errors.mandateId}
        >
          <select id="mandateId" name="mandateId" required>
            <option value="">Chọn người ký</option>
            {mandates.map((mandate) => (
              <option
                key={mandate.id}
                value={mandate.id}
                selected={mandate.id === values.mandateId}
              >
                {inWords(mandate)}
              </option>
            ))}
          </select>
        </Field>
      )}
    </section>
  );
}

function List({ works }: { works: Work[] }) {
  return (
    <ul>
      {works.slice(0, SHOWN).map(({ id, name, isReadable }) => (
        <li key={id}>{isReadable ? <a href={`/dispatches/${id}`}>{name}</a> : name}</li>
      ))}
      {works.length > SHOWN && <li>và {works.length - SHOWN} văn bản khác</li>}
    </ul>
  );
}
