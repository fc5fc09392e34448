import { fileSize } from '../../../src/platform/text/words.ts';
import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type { MailSummary } from '../../../src/dev/mailbox/mailbox.ts';
import { Pager, query } from '../../platform/components/pager.tsx';

export interface MailboxProps {
  mails: MailSummary[];
  total: number;
  pageSize: number;
  filter: { q?: string; page: number };
}

const SHOWN_RECIPIENTS = 3;

export function MailboxPage({ mails, total, pageSize, filter }: MailboxProps) {
  return (
    <>
      <h1>Hộp thư thử nghiệm</h1>
      <p class="muted">
        Mọi thư hệ thống gửi ra đều dừng ở đây, không thư nào tới người nhận thật.
      </p>
      <form class="filters" method="get">
        <label>
          Người nhận hoặc tiêu đề
          <input type="search" name="q" value={filter.q} />
        </label>
        <button>Tìm</button>
      </form>
      <p class="muted">{total} thư</p>
      {mails.length === 0 ? (
        <p>{filter.q ? 'Không có thư nào khớp. Thử từ khác.' : 'Chưa có thư nào.'}</p>
      ) : (
        <MailTable mails={mails} />
      )}
      <Pager
        page={filter.page}
        pageSize={pageSize}
        total={total}
        href={(page) => query({ ...filter, page })}
      />
    </>
  );
}

function MailTable({ mails }: { mails: MailSummary[] }) {
  return (
    <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
      <table class="stacked">
        <thead>
          <tr>
            <th>Lúc</th>
            <th>Người nhận</th>
            <th>Tiêu đề</th>
            <th class="number">Cỡ</th>
          </tr>
        </thead>
        <tbody>
          {mails.map(({ id, at, to, subject, size }) => (
            <tr key={id}>
              <td>{vietnamTime(at)}</td>
              <td>
                {to.slice(0, SHOWN_RECIPIENTS).join(', ')}
                {to.length > SHOWN_RECIPIENTS && (
                  <small>và {to.length - SHOWN_RECIPIENTS} địa chỉ nữa</small>
                )}
              </td>
              <td>
                <a href={`/mailbox/${id}`}>{subject || '(không có tiêu đề)'}</a>
              </td>
              <td class="number" data-name="Cỡ">
                {fileSize(size)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
