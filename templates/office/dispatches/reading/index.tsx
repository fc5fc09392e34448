import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import type { ReadingFacts } from '../../../../src/office/dispatches/reading/reading.schemas.ts';
import { READER_REASONS } from '../../../../src/office/dispatches/words.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { ReadingChoice } from './choice.tsx';

export interface ReadingPageProps {
  dispatch: Dispatch;
  facts: ReadingFacts;
  errors: Record<string, string>;
}

/** Who reads a dispatch in the office, why, who did before; and the choice, for who may make it. */
export function ReadingPage({ dispatch, facts, errors }: ReadingPageProps) {
  const { reading, readers, formerReaders, mayChange } = facts;
  const here = `/dispatches/${dispatch.id}`;
  return (
    <div class="column">
      <p class="muted">
        <a href={here}>‹ {reference(dispatch)}</a>
      </p>
      <h1>Ai được đọc</h1>
      {reading === 'office' ? (
        <p>Mọi người của cơ quan đọc được văn bản này. Đó là mặc định.</p>
      ) : (
        <Readers {...facts} />
      )}
      {formerReaders.length > 0 && <Former {...facts} />}
      {mayChange && (
        <form class="stack" method="post" action={`${here}/reading`}>
          <ReadingChoice
            reading={reading}
            readers={readers.filter(({ because }) => because === 'named').map(({ id }) => id)}
            nameable={facts.nameable.filter(({ id }) => !readsAnyway(facts, id))}
            errors={errors}
          />
          <p class="actions">
            <button class="primary">Lưu</button>
            <a href={here}>Bỏ qua</a>
          </p>
        </form>
      )}
    </div>
  );
}

const readsAnyway = ({ readers }: ReadingFacts, id: string) =>
  readers.some((reader) => reader.id === id && reader.because !== 'named');

function Readers({ readers, unit }: ReadingFacts) {
  return (
    <>
      <p>
        Trong cơ quan chỉ {readers.length} người dưới đây đọc được
        {unit ? ` (đơn vị soạn thảo: ${unit})` : ' (chưa ghi đơn vị soạn thảo)'}. Người khác không
        tìm thấy, không mở được; trong sổ đăng ký họ chỉ thấy số, ký hiệu, ngày và tên loại.
      </p>
      <table class="stacked">
        <thead>
          <tr>
            <th>Người đọc được</th>
            <th>Vì sao</th>
          </tr>
        </thead>
        <tbody>
          {readers.map(({ id, fullName, post, because }) => (
            <tr key={id}>
              <td>
                {fullName} <small>{post}</small>
              </td>
              <td data-name="Vì sao">{READER_REASONS[because]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">
        Nơi nhận vẫn nhận và mở văn bản như thường; ai có tệp hoặc mã QR vẫn kiểm tra được.
      </p>
    </>
  );
}

/** By the journal. What others saw of it in lists is not noted there. */
function Former({ formerReaders }: ReadingFacts) {
  return (
    <section class="notice">
      <p>Đã mở văn bản khi còn đọc được, theo nhật ký:</p>
      <ul>
        {formerReaders.map(({ fullName, post, lastReadAt }) => (
          <li key={fullName + post}>
            {fullName}, {post}: lần cuối {vietnamTime(lastReadAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}
