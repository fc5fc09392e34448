import { Figure } from '../../../platform/components/figure.tsx';
import { count } from '../../../../src/platform/text/words.ts';
import { shortDate, vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { RecallFactsOfDispatch } from '../../../../src/office/recipients/recalls/recall.schemas.ts';
import { Field } from '../../../platform/components/field.tsx';

export interface RecallPageProps {
  dispatch: Dispatch;
  found: RecallFactsOfDispatch;
  /** The one recipient it is to be recalled from. */
  only?: { id: string; name: string } | undefined;
  mayRecall: boolean;
  typed?: { errors: Record<string, string>; values: Record<string, string> } | undefined;
}

/** What was recalled, what recipients say to it, and the form to recall. */
export function RecallPage(props: RecallPageProps) {
  const { dispatch, found, mayRecall, only } = props;
  const isWhole = found.recalls.some((recall) => recall.isWhole);
  return (
    <>
      <p class="muted">
        <a href={`/dispatches/${dispatch.id}/progress`}>‹ Theo dõi {reference(dispatch)}</a>
      </p>
      <h1>
        Thu hồi {reference(dispatch)}
        {dispatch.issuedOn && <small> ngày {shortDate(dispatch.issuedOn)}</small>}
      </h1>
      <p>{subjectOf(dispatch)}</p>
      {found.recalls.map(({ id, reason, basis, recalledAt, recalledBy, isWhole: all }) => (
        <div key={id} class="notice" role="status">
          <p>
            <strong>{all ? 'Đã thu hồi' : 'Đã thu hồi ở một nơi nhận'}</strong> lúc{' '}
            {vietnamTime(recalledAt)}. {recalledBy}.
          </p>
          <p>Lý do: {reason}</p>
          <p>Căn cứ: {basis}</p>
        </div>
      ))}
      {found.counts.total > 0 && <Counts {...props} />}
      {mayRecall && !isWhole && <RecallForm {...props} />}
      {only && <p class="muted">Các nơi nhận khác không bị ảnh hưởng.</p>}
    </>
  );
}

function Counts({ found: { counts }, dispatch }: RecallPageProps) {
  return (
    <>
      <dl class="figures">
        <Figure name="Chưa gửi, đã hủy gửi">{count(counts.cancelled)}</Figure>
        <Figure name="Đồng ý, đã xóa tệp" tone="good">
          {count(counts.removed)}
        </Figure>
        <Figure name="Đồng ý, chưa báo xóa">{count(counts.agreed)}</Figure>
        <Figure name="Không đồng ý" tone={counts.refused > 0 && 'bad'}>
          {count(counts.refused)}
        </Figure>
        <Figure name="Chưa trả lời" tone={counts.unanswered > 0 && 'warn'}>
          {count(counts.unanswered)}
        </Figure>
        {counts.underWay > 0 && <Figure name="Đang gửi dở">{count(counts.underWay)}</Figure>}
      </dl>
      <p class="muted">
        Cộng {count(counts.total)} nơi nhận.{' '}
        <a href={`/dispatches/${dispatch.id}/progress?state=withdrawn#recipients`}>Xem từng nơi</a>;
        nơi chưa trả lời thì gọi điện, rồi ghi câu trả lời ở trang của nơi đó.
      </p>
    </>
  );
}

function RecallForm({ dispatch, only, typed }: RecallPageProps) {
  const errors = typed?.errors ?? {};
  const value = (name: string) => typed?.values[name] ?? '';
  return (
    <form method="post" action={`/dispatches/${dispatch.id}/recall`} class="stack column">
      <h2>{only ? `Thu hồi riêng ở ${only.name}` : 'Thu hồi ở mọi nơi nhận'}</h2>
      <p class="muted">
        Nơi nào chưa gửi thì thôi gửi; nơi nào có thể đã nhận thì được thư đề nghị xóa tệp và trả
        lời. Không lùi lại được; số văn bản và mọi dấu vết vẫn giữ.
      </p>
      {only && <input type="hidden" name="recipientId" value={only.id} />}
      <Field id="reason" label="Lý do" hint="Nơi nhận đọc được." error={errors.reason}>
        <textarea id="reason" name="reason" rows={3} required>
          {value('reason')}
        </textarea>
      </Field>
      <Field
        id="basis"
        label="Căn cứ"
        hint="Văn bản hoặc ý kiến của người ký, lãnh đạo cho phép thu hồi."
        error={errors.basis}
      >
        <input id="basis" name="basis" value={value('basis')} required />
      </Field>
      <button class="primary">Thu hồi văn bản</button>
    </form>
  );
}
