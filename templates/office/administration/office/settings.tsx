import type { MailLimitView } from '../../../../src/office/delivery/channels/mail/mail-limit.schemas.ts';
import type { SettingsView } from '../../../../src/office/administration/office/settings.schemas.ts';
import type {
  InstallationSettings,
  SealState,
} from '../../../../src/office/administration/office/settings.service.ts';
import { Field } from '../../../platform/components/field.tsx';

export interface SettingsPageProps extends InstallationSettings {
  settings: SettingsView;
  limit: MailLimitView;
  seal: SealState;
  code: string;
  /** As typed, where a form comes back. */
  values: Record<string, string>;
  errors: Record<string, string>;
}

const NUMBERING_NAMES = {
  'at-issue': 'lấy số khi phát hành',
  'before-signature': 'lấy số trước khi ký',
};
const CHECK_CODE_NAMES = { on: 'in mã QR', off: 'không in mã QR' };

export function SettingsPage(props: SettingsPageProps) {
  const { settings, values, errors, installation } = props;
  return (
    <div class="column">
      <p class="muted">
        <a href="/office">‹ Cơ quan</a>
      </p>
      <h1>Thiết lập của cơ quan</h1>
      <p class="muted">Ô nào bỏ trống thì theo thiết lập chung của hệ thống.</p>
      <form method="post" action="/office/settings" class="stack">
        <Field
          id="senderName"
          label="Tên người gửi của thư"
          hint={`Bỏ trống: ${installation.senderName}`}
          error={errors.senderName}
        >
          <input
            id="senderName"
            name="senderName"
            value={values.senderName ?? settings.senderName ?? ''}
          />
        </Field>
        <Field
          id="senderAddress"
          label="Địa chỉ người gửi của thư"
          hint={`Bỏ trống: ${installation.senderAddress}`}
          error={errors.senderAddress}
        >
          <input
            id="senderAddress"
            name="senderAddress"
            type="email"
            value={values.senderAddress ?? settings.senderAddress ?? ''}
          />
        </Field>
        <Choice
          id="numbering"
          label="Số văn bản"
          names={NUMBERING_NAMES}
          chosen={values.numbering ?? settings.numbering ?? ''}
          usual={installation.numbering}
          error={errors.numbering}
        />
        <Choice
          id="checkCode"
          label="Mã QR tra cứu ở chân trang đầu"
          names={CHECK_CODE_NAMES}
          chosen={values.checkCode ?? settings.checkCode ?? ''}
          usual={installation.checkCode}
          error={errors.checkCode}
        />
        <div class="actions">
          <button class="primary">Lưu thiết lập</button>
        </div>
      </form>
      <Limit {...props} />
      <Seal {...props} />
    </div>
  );
}

function Choice<Value extends string>({
  id,
  label,
  names,
  chosen,
  usual,
  error,
}: {
  id: string;
  label: string;
  names: Record<Value, string>;
  chosen: string;
  usual: Value;
  error: string | undefined;
}) {
  return (
    <Field id={id} label={label} error={error}>
      <select id={id} name={id}>
        <option value="">Theo hệ thống: {names[usual]}</option>
        {(Object.keys(names) as Value[]).map((value) => (
          <option key={value} value={value} selected={value === chosen}>
            {capital(names[value])}
          </option>
        ))}
      </select>
    </Field>
  );
}

const capital = (text: string) => text[0]!.toLocaleUpperCase('vi') + text.slice(1);

function Limit({ limit, values, errors, installation }: SettingsPageProps) {
  const most = installation.mailPerMinute;
  return (
    <>
      <h2>Giới hạn gửi thư</h2>
      <form method="post" action="/office/settings/mail-limit" class="stack">
        <Field
          id="perMinute"
          label={`Số thư mỗi phút tới máy chủ ${limit.server}`}
          hint={
            most
              ? `Bỏ trống là không giới hạn riêng; cả hệ thống gửi nhiều nhất ${most} thư mỗi phút.`
              : 'Bỏ trống là không giới hạn.'
          }
          error={errors.perMinute}
        >
          <input
            id="perMinute"
            name="perMinute"
            inputmode="numeric"
            value={values.perMinute ?? limit.perMinute?.toString() ?? ''}
          />
        </Field>
        <div class="actions">
          <button>Lưu giới hạn</button>
        </div>
      </form>
    </>
  );
}

function Seal({ seal, code }: SettingsPageProps) {
  return (
    <>
      <h2>Chứng thư số của cơ quan</h2>
      {seal.state === 'none' && <p>Hệ thống chưa dùng chữ ký số.</p>}
      {seal.state === 'ready' && <p>Dùng được: mang đúng tên cơ quan, còn hạn.</p>}
      {seal.state === 'unknown' && <p>Khóa trả lời chậm nên chưa kiểm tra được. Tải lại sau.</p>}
      {seal.state === 'no' && <p class="notice error">{seal.why}</p>}
      {seal.state !== 'none' && (
        <p class="muted">
          Khóa và hình dấu của cơ quan ghi ở mã <code>{code}</code> trong tệp cấu hình ký số; người
          vận hành hệ thống đổi ở đó. Đổi tên cơ quan thì cần chứng thư mang tên mới.
        </p>
      )}
    </>
  );
}
