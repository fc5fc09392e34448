import type { WebhookAttempt } from '../../../src/office/delivery/channels/webhook/agency-channels.schemas.ts';
import type { Agency } from '../../../src/office/directory/agency.entity.ts';
import { Field } from '../../platform/components/field.tsx';
import { pathOf, Log } from './webhook-log.tsx';

export interface AgencyChannelsProps {
  agency: Agency;
  attempts: WebhookAttempt[];
  /** Just made, shown this once. */
  secret?: string | null;
  errors?: Record<string, string>;
  values?: Record<string, string>;
}

const ORDERS = {
  email: 'Chỉ thư điện tử',
  'webhook,email': 'Webhook trước; hỏng thì gửi thư điện tử',
  'email,webhook': 'Thư điện tử trước; hỏng thì báo webhook',
  webhook: 'Chỉ webhook',
};

export function AgencyChannelsPage(props: AgencyChannelsProps) {
  const { agency, attempts, secret } = props;
  return (
    <>
      <p class="muted">
        <a href="/directory">‹ Danh bạ</a>
      </p>
      <h1>Kênh gửi tới {agency.name}</h1>
      <p>
        <a href={`${pathOf(agency)}/people`}>Người của cơ quan có tài khoản</a>
      </p>
      {secret && <NewSecret secret={secret} />}
      <ChannelsForm {...props} />
      {agency.webhookUrl && !secret && (
        <form class="actions" method="post" action={`${pathOf(agency)}/webhook-secret`}>
          <button>Tạo khóa mới</button>
          <small>Khóa cũ hết hiệu lực ngay; báo khóa mới cho cơ quan nhận.</small>
        </form>
      )}
      {(agency.webhookUrl ?? attempts[0]) && <Log {...{ agency, attempts }} />}
    </>
  );
}

function NewSecret({ secret }: { secret: string }) {
  return (
    <div class="notice" role="status">
      <p>
        Khóa ký của webhook, chỉ hiện lần này. Chuyển cho người quản trị hệ thống của cơ quan nhận
        qua kênh an toàn:
      </p>
      <p>
        <code>{secret}</code>
      </p>
    </div>
  );
}

function ChannelsForm({ agency, errors = {}, values }: AgencyChannelsProps) {
  const order = values?.['channels'] ?? agency.channels.join(',');
  return (
    <form class="stack measure" method="post" action={`${pathOf(agency)}/channels`}>
      <p>
        Thư điện tử: {agency.email ?? <em class="warn">chưa có, bổ sung bằng tệp ở Danh bạ</em>}
      </p>
      <Field id="channels" label="Thứ tự kênh" error={errors['channels']}>
        <select id="channels" name="channels">
          {Object.entries(ORDERS).map(([value, name]) => (
            <option key={value} value={value} selected={value === order}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field
        id="webhookUrl"
        label="Địa chỉ webhook"
        hint="Hệ thống của cơ quan nhận được báo số văn bản, liên kết và mã SHA-256 của tệp, có chữ ký (Standard Webhooks)."
        error={errors['webhookUrl']}
      >
        <input
          id="webhookUrl"
          name="webhookUrl"
          type="url"
          value={values?.['webhookUrl'] ?? agency.webhookUrl ?? ''}
          placeholder="https://van-ban.xa.gov.vn/webhook"
        />
      </Field>
      <button class="primary">Lưu</button>
    </form>
  );
}
