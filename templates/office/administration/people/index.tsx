import type { Account } from '../../../../src/office/accounts/account.entity.ts';
import { rolesInWords } from '../../../../src/office/administration/people/words.ts';
import { shortDate, vietnamDate } from '../../../../src/platform/time/vietnam-time.ts';
import { Pager, query } from '../../../platform/components/pager.tsx';

export interface PeopleListProps {
  items: Account[];
  /** Whose work has to be handed over. */
  waiting: Account[];
  total: number;
  filter: { q?: string; left: boolean; page: number };
  pageSize: number;
}

export function PeopleList({ items, waiting, total, filter, pageSize }: PeopleListProps) {
  const { q, left, page } = filter;
  const href = (to: number) => query({ q, left: left ? '1' : undefined, page: to });
  return (
    <>
      <h1>Người của cơ quan</h1>
      <p>
        <a class="button primary" href="/people/new">
          Mở tài khoản
        </a>
      </p>
      <form class="filters" method="get">
        <label>
          Họ tên, chức vụ, tên đăng nhập
          <input type="search" name="q" value={q} />
        </label>
        <label class="choice">
          <input type="checkbox" name="left" value="1" checked={left} /> Cả người đã nghỉ
        </label>
        <button>Lọc</button>
      </form>
      {waiting.length > 0 && (
        <div class="notice" role="status">
          <p>Không còn trong danh sách người của cơ quan, mà việc còn chờ người nhận:</p>
          <ul>
            {waiting.map((person) => (
              <li key={person.id}>
                <a href={`/people/${person.id}/leaving`}>{person.fullName}</a>, {person.post}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="muted">{total} người</p>
      <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
        <table class="stacked">
          <thead>
            <tr>
              <th>Họ và tên</th>
              <th>Chức vụ</th>
              <th>Đơn vị</th>
              <th>Vai trò</th>
            </tr>
          </thead>
          <tbody>
            {items.map((person) => (
              <Row key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager {...{ page, total, pageSize, href }} />
    </>
  );
}

function Row({ person }: { person: Account }) {
  const { id, fullName, username, post, unit, roles, closedAt, signInEndedAt } = person;
  return (
    <tr>
      <th data-label="Họ và tên">
        <a href={`/people/${id}`}>{fullName}</a>
        <br />
        <small>{username}</small>
      </th>
      <td data-label="Chức vụ">{post}</td>
      <td data-label="Đơn vị">{unit?.name ?? ''}</td>
      <td data-label="Vai trò">
        {closedAt ? `Nghỉ từ ${shortDate(vietnamDate(closedAt))}` : rolesInWords(roles)}
        {!closedAt && signInEndedAt && <WorkWaits id={id} since={signInEndedAt} />}
      </td>
    </tr>
  );
}

function WorkWaits({ id, since }: { id: string; since: Date }) {
  return (
    <>
      <br />
      <small class="error">
        Thôi đăng nhập từ {shortDate(vietnamDate(since))}.{' '}
        <a href={`/people/${id}/leaving`}>Chuyển việc đang chờ</a>
      </small>
    </>
  );
}
