import { count } from '../../../../src/platform/text/words.ts';
import type { Call } from '../../../../src/office/follow-up/reminders/reminding.schemas.ts';
import { Countdown } from '../../../platform/components/countdown.tsx';
import { Pager } from '../../../platform/components/pager.tsx';

export interface CallsPageProps {
  items: Call[];
  total: number;
  page: number;
  pageSize: number;
  mayManage: boolean;
  now: Date;
  typed?: { id: string; error: string; telephone?: string } | undefined;
}

export function CallsPage(props: CallsPageProps) {
  const { items, total, page, pageSize } = props;
  return (
    <>
      <h1>Danh sách gọi điện</h1>
      <p class="muted measure">
        Những nơi đã được nhắc mà vẫn chưa xác nhận hoặc chưa trả lời. Gọi, rồi ghi lời xác nhận kèm
        căn cứ (có người thứ hai kiểm tra thì nơi ấy rời danh sách) hoặc câu trả lời. Khi nào tới
        bước này: xem <a href="/reminders">Nhắc và đôn đốc</a>.
      </p>
      {total === 0 ? (
        <p class="done">Không phải gọi nơi nào.</p>
      ) : (
        <p class="muted">{count(total)} việc phải gọi</p>
      )}
      <ul class="tasks calls">
        {items.map((call, index) => (
          <li key={`${call.recipientId} ${call.concerns}`}>
            {call.agencyId !== items[index - 1]?.agencyId && <Agency call={call} {...props} />}
            <p>
              <a href={`/dispatches/${call.dispatchId}/progress`}>{call.reference}</a>,{' '}
              {call.concerns === 'reply' ? 'chưa trả lời' : 'chưa xác nhận'},{' '}
              <Countdown to={call.deadline} now={props.now} />.{' '}
              {call.concerns === 'reply' ? (
                <a href={`/recipients/${call.recipientId}#reply-how`}>Ghi trả lời qua điện thoại</a>
              ) : call.isTold ? (
                <a href={`/recipients/${call.recipientId}`}>
                  Đã ghi lời xác nhận, chờ người thứ hai kiểm tra
                </a>
              ) : (
                <a href={`/recipients/${call.recipientId}#how`}>Ghi xác nhận qua điện thoại</a>
              )}
            </p>
          </li>
        ))}
      </ul>
      <Pager {...{ page, pageSize, total }} href={(number) => `?page=${number}`} />
    </>
  );
}

function Agency({ call, mayManage, typed }: CallsPageProps & { call: Call }) {
  const { agencyId, name, parentName, telephone } = call;
  const own = typed?.id === agencyId ? typed : undefined;
  const id = `telephone-${agencyId}`;
  return (
    <>
      <h3>
        {name}
        {parentName && <small>{parentName}</small>}
      </h3>
      {telephone && (
        <p>
          <a class="button" href={`tel:${telephone.replaceAll(/[^\d+]/g, '')}`}>
            {telephone}
          </a>
        </p>
      )}
      {mayManage && (
        <details open={!telephone || own !== undefined}>
          <summary>{telephone ? 'Sửa số' : 'Danh bạ chưa có số điện thoại'}</summary>
          <form method="post" action={`/calls/agencies/${agencyId}/telephone`} class="filters">
            <label>
              Số điện thoại
              <input
                type="tel"
                name="telephone"
                value={own?.telephone ?? telephone ?? ''}
                aria-describedby={own ? `${id}-error` : undefined}
              />
            </label>
            <button>Lưu vào danh bạ</button>
          </form>
          {own && (
            <p class="error" id={`${id}-error`}>
              {own.error}
            </p>
          )}
        </details>
      )}
    </>
  );
}
