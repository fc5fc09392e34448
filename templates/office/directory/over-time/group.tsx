import type { GroupOnDay } from '../../../../src/office/directory/over-time/groups.service.ts';
import { count } from '../../../../src/platform/text/words.ts';
import { Pager, query } from '../../../platform/components/pager.tsx';
import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import type { AgencyKind } from '../../../../src/office/directory/kinds/agency-kind.entity.ts';

/** Who is in a group on one day, and on which days it becomes another. */
export function GroupPage(
  props: GroupOnDay & {
    asOf: string;
    kinds: AgencyKind[];
    mayChange: boolean;
    page: number;
    pageSize: number;
  },
) {
  const { group, byHand, members, total, turns, asOf, kinds, mayChange, page, pageSize } = props;
  const names = kinds.filter(({ code }) => group.kinds.includes(code)).map(({ name }) => name);
  return (
    <>
      <p class="muted">
        <a href="/directory">‹ Danh bạ</a>
      </p>
      <div class="heading">
        <h1>{group.name}</h1>
        {mayChange && (
          <a class="button" href={`/directory/groups/${group.id}/edit`}>
            Sửa nhóm
          </a>
        )}
      </div>
      <p class="muted">
        {names.length > 0 && `Mọi cơ quan thuộc loại: ${names.join('; ')}. `}
        {byHand.length > 0 &&
          `${byHand.length} cơ quan chọn riêng; cơ quan nào đã kết thúc thì cơ quan kế thừa vào thay.`}
      </p>
      <form class="filters" method="get">
        <label>
          Tính đến ngày
          <input type="date" name="asOf" value={asOf} required />
        </label>
        <button>Xem</button>
      </form>
      <dl class="figures">
        <div>
          <dt>Ngày {shortDate(asOf)}</dt>
          <dd>{count(total)}</dd>
        </div>
      </dl>
      <h2>Các mốc thay đổi</h2>
      <ul class="plain things">
        {turns.map(({ day, members: then }) => (
          <li key={day}>
            <a href={`?asOf=${day}`} aria-current={day === asOf ? 'date' : undefined}>
              Từ {shortDate(day)}
            </a>
            <strong class="number">{count(then)}</strong>
          </li>
        ))}
      </ul>
      <h2>Thành viên ngày {shortDate(asOf)}</h2>
      {total === 0 && <p>Ngày này nhóm không có cơ quan nào.</p>}
      {members.length > 0 && (
        <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th>Mã</th>
                <th>Tên</th>
              </tr>
            </thead>
            <tbody>
              {members.map(({ id, code, name }) => (
                <tr key={id}>
                  <td>{code}</td>
                  <td>
                    <a href={`/directory/agencies/${id}`}>{name}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager {...{ page, pageSize, total }} href={(at) => query({ asOf, page: at })} />
    </>
  );
}
