import type {
  DayCount,
  Review,
} from '../../../../src/office/directory/over-time/agencies.schemas.ts';
import type { ShownEffects } from '../../../../src/office/directory/over-time/shown-effects.ts';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import { EffectList } from './effects.tsx';

/** What a change would do, before anything is written. */
export function ReviewPage({ review, shown }: { review: Review; shown: ShownEffects }) {
  const { id, title, basis, notes, seal, newKinds, newAreas, days, kinds, groups, touched } =
    review;
  const doesNothing = shown.first.length === 0;
  return (
    <>
      <p class="muted">
        <a href="/directory/changes">‹ Thay đổi danh bạ</a>
      </p>
      <h1>{title}</h1>
      {basis && <p>Căn cứ: {basis}</p>}
      <p class="notice">Đây là bản xem trước. Chưa có gì được ghi vào danh bạ.</p>
      {notes.length > 0 && (
        <ul class="findings" aria-label="Phần của tệp không đọc, hoặc đọc khác đi">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <EffectList {...shown} />
      <h2>Trước và sau</h2>
      <Counts {...{ days }} caption="Theo loại" rows={kinds} />
      <Counts {...{ days }} caption="Theo nhóm" rows={groups} />
      <TouchedList touched={touched} />
      {doesNothing ? (
        <p>Tệp giống hệt danh bạ hiện có nên không có gì để ghi.</p>
      ) : (
        <form method="post" action={`/directory/changes/${id}/application`} class="actions">
          <input type="hidden" name="seal" value={seal} />
          <NewKinds kinds={newKinds} />
          <NewAreas names={newAreas} />
          <button class="primary">Ghi vào danh bạ</button>
          <a href="/directory/changes">Để sau</a>
        </form>
      )}
    </>
  );
}

/** Nothing is added that nobody has asked for; a browser sends the form only when all are ticked. */
function NewKinds({ kinds }: { kinds: Review['newKinds'] }) {
  if (kinds.length === 0) return null;
  return (
    <fieldset>
      <legend>Tệp có {kinds.length} loại cơ quan chưa có trong danh bạ</legend>
      <small>Đánh dấu để thêm cùng lúc. Nếu chỉ là viết khác một loại đã có thì sửa tệp.</small>
      <div class="choices">
        {kinds.map(({ code, name }) => (
          <label key={code} class="choice">
            <input type="checkbox" name="addKinds" value={code} required />
            Thêm loại “{name}”
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NewAreas({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <fieldset>
      <legend>Tệp có {names.length} khu vực chưa có trong danh bạ</legend>
      <div class="choices">
        {names.map((name) => (
          <label key={name} class="choice">
            <input type="checkbox" name="addAreas" value={name} required />
            Thêm “{name}”
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Counts(props: { days: Review['days']; caption: string; rows: DayCount[] }) {
  const { days, caption, rows } = props;
  return (
    <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th>{caption}</th>
            <th class="number">{shortDate(days.before)}</th>
            <th class="number">{shortDate(days.after)}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ before, after }) => before > 0 || after > 0)
            .map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{before}</td>
                <td class="number">{before === after ? after : <strong>{after}</strong>}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function TouchedList({ touched: { drafts, open, people } }: { touched: Review['touched'] }) {
  if (drafts.length + open.length + people.length === 0) {
    return (
      <p class="muted">Không dự thảo, văn bản đang theo dõi hay tài khoản nào bị ảnh hưởng.</p>
    );
  }
  return (
    <>
      <h2>Văn bản bị ảnh hưởng</h2>
      <ul class="findings">
        {drafts.map(({ id, abstract, text }) => (
          <li key={`${id} ${text}`}>
            Chưa phát hành: <a href={`/dispatches/${id}`}>{abstract}</a>
            <small>Dòng “{text}” sẽ tới số nơi nhận khác, hoặc tới cơ quan đã kết thúc.</small>
          </li>
        ))}
        {open.map(({ id, number, symbol, waiting }) => (
          <li key={id}>
            Đã phát hành:{' '}
            <a href={`/dispatches/${id}`}>
              {number}/{symbol}
            </a>
            <small>
              {waiting} nơi sắp kết thúc chưa xác nhận; cơ quan kế thừa xác nhận thay được.
            </small>
          </li>
        ))}
        {people.map(({ id, name, accounts }) => (
          <li key={id}>
            Tài khoản: <a href={`/directory/agencies/${id}/people`}>{name}</a>
            <small>
              Từ ngày sau ngày kết thúc, {accounts} tài khoản không mở được hộp văn bản nữa; chuyển
              sang cơ quan kế thừa.
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
