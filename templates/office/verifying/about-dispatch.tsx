import { shortDate, vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import { rulesOf, subjectOf } from '../../../src/engines/page/document-types.ts';
import { reference } from '../../../src/office/dispatches/number-words.ts';
import { Followed } from '../recipients/receiving/followed.tsx';
import type { Issued } from '../../../src/office/verifying/issued-dispatch.ts';

export interface AboutProps {
  issued: Issued;
  heading?: string;
  /** Beside a verdict: says what was issued, not that all is well. */
  isAside?: boolean;
}

/** What the register says of a dispatch: enough to hold it against the paper in one's hand. */
export function AboutDispatch({ issued, heading, isAside }: AboutProps) {
  const { dispatch, followers, recalledAt } = issued;
  const { head, mandate } = dispatch;
  const Subject = heading ? 'h2' : 'h1';
  return (
    <section class="about">
      <p class={isAside ? 'role' : 'origin'}>
        {heading ?? `${head.name} đã phát hành văn bản này`}
      </p>
      <Subject>{subjectOf(dispatch)}</Subject>
      {recalledAt && (
        <p class="notice error" role="status">
          <strong>Văn bản đã thu hồi</strong> lúc {vietnamTime(recalledAt)}. Không sử dụng văn bản
          này nữa.
        </p>
      )}
      <Followed followers={followers} />
      <dl>
        <dt>Loại</dt>
        <dd>{rulesOf(dispatch.type).name}</dd>
        <dt>Số, ký hiệu</dt>
        <dd>{reference(dispatch)}</dd>
        <dt>Ngày</dt>
        <dd>{shortDate(dispatch.issuedOn!)}</dd>
        <dt>Cơ quan</dt>
        <dd>
          {head.name}
          {head.parentBody && <small>{head.parentBody}</small>}
        </dd>
        {mandate && (
          <>
            <dt>Người ký</dt>
            <dd>
              {mandate.account.fullName}
              <small>{mandate.authority.join(', ')}</small>
            </dd>
          </>
        )}
      </dl>
      {!heading && (
        <p class="muted">
          Những dòng này phải giống hệt trên giấy. Khác một chữ là văn bản đã bị sửa hoặc mã bị chép
          từ văn bản khác.
        </p>
      )}
    </section>
  );
}

export function DraftOnly() {
  return (
    <section class="verdict doubt" role="status">
      <div>
        <h1>Chưa được phát hành</h1>
        <p>
          Mã này thuộc một dự thảo. Tờ giấy hay tệp mang mã này chưa phải văn bản chính thức và chưa
          có hiệu lực.
        </p>
      </div>
    </section>
  );
}
