import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import type { MaybeReadable } from '../../../../src/office/dispatches/reading/readable.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';

/** What was signed under the present head and is not issued; `from` is the next one's first day, where known. */
export function SignedBefore({
  signed,
  from,
}: {
  signed: (Dispatch & MaybeReadable)[];
  from?: string;
}) {
  if (signed.length === 0) return null;
  const day = from ? `ngày ${shortDate(from)}` : 'ngày đầu mới bắt đầu';
  return (
    <div class="notice">
      <p>
        {signed.length} văn bản đã ký, chưa phát hành. Phát hành trước {day}; sau đó phải trả lại để
        ký lại trên trang có đầu mới.
      </p>
      <ul>
        {signed.slice(0, 10).map(({ id, symbol, abstract, isReadable }) => (
          <li key={id}>
            {isReadable ? <a href={`/dispatches/${id}`}>{abstract}</a> : 'Văn bản hạn chế đọc'}{' '}
            <small>{symbol}</small>
          </li>
        ))}
        {signed.length > 10 && <li>…</li>}
      </ul>
    </div>
  );
}
