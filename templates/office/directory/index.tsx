import { shortDate, vietnamDate } from '../../../src/platform/time/vietnam-time.ts';
import type { AgencyGroup } from '../../../src/office/directory/agency-group.entity.ts';
import type { AgencyKind } from '../../../src/office/directory/kinds/agency-kind.entity.ts';
import type { AgencyFilter } from '../../../src/office/directory/directory.schemas.ts';
import type { ListedAgency } from '../../../src/office/directory/directory.service.ts';
import { Pager, query } from '../../platform/components/pager.tsx';
import { ImportForm } from './import-form.tsx';

export interface DirectoryProps {
  items: ListedAgency[];
  total: number;
  /** How many addresses in all a mail server has refused for good. */
  doubtful: number;
  pageSize: number;
  filter: AgencyFilter;
  /** Of all there ever were, for their names. */
  kinds: AgencyKind[];
  /** What may be asked for today. */
  choices: AgencyKind[];
  groups: AgencyGroup[];
  mayImport: boolean;
}

export function DirectoryPage(props: DirectoryProps) {
  const { items, total, pageSize, filter, kinds, choices, groups, mayImport } = props;
  const kindNames = new Map(kinds.map(({ code, name }) => [code, name]));
  return (
    <>
      <div class="heading">
        <h1>Danh bạ nơi nhận</h1>
        <p class="actions">
          <a href="/directory/kinds">Loại cơ quan</a> <a href="/directory/areas">Khu vực</a>
        </p>
      </div>
      <form class="filters" method="get">
        <label>
          Tên
          <input type="search" name="q" value={filter.q} />
        </label>
        <label>
          Loại
          <select name="kind">
            <option value="">Tất cả</option>
            {choices.map(({ code, name }) => (
              <option key={code} value={code} selected={code === filter.kind}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button>Lọc</button>
      </form>
      <p class="muted">{total} cơ quan, đơn vị, cá nhân</p>
      {props.doubtful > 0 && (
        <p class="warn">
          {props.doubtful} địa chỉ bị máy chủ thư báo là không dùng được.{' '}
          {filter.doubtful ? (
            <a href="/directory">Xem cả danh bạ</a>
          ) : (
            <a href="?doubtful=true">Xem các địa chỉ này</a>
          )}
        </p>
      )}
      <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
        <table class="stacked">
          <thead>
            <tr>
              <th>Mã</th>
              <th>Tên</th>
              <th>Loại</th>
              <th>Thuộc</th>
              <th>Thư điện tử</th>
            </tr>
          </thead>
          <tbody>
            {items.map((agency) => (
              <tr key={agency.id}>
                <td data-name="Mã">{agency.code}</td>
                <td>
                  <a href={`/directory/agencies/${agency.id}`}>{agency.name}</a>
                  {agency.validTo && <small> (đến {shortDate(agency.validTo)})</small>}
                </td>
                <td>{kindNames.get(agency.kind)}</td>
                <td data-name={agency.parent ? 'Thuộc' : undefined}>{agency.parent?.name}</td>
                <td>
                  {agency.email ?? <em class="warn">chưa có</em>}
                  {agency.channels.includes('webhook') && <small> và webhook</small>}
                  {agency.addressFailure && (
                    <DoubtfulAddress agency={agency} mayConfirm={mayImport} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={filter.page}
        pageSize={pageSize}
        total={total}
        href={(page) => query({ ...filter, doubtful: filter.doubtful ? 'true' : undefined, page })}
      />
      <h2>Nhóm</h2>
      <ul class="plain">
        {groups.map((group) => (
          <li key={group.id}>
            <a href={`/directory/groups/${group.id}`}>{group.name}</a>
            <small>
              {' '}
              {group.kinds.length > 0
                ? `gồm ${group.kinds.map((kind) => kindNames.get(kind)).join('; ')}`
                : 'chọn riêng từng cơ quan'}
            </small>
          </li>
        ))}
      </ul>
      {mayImport && (
        <>
          <p>
            <a class="button" href="/directory/groups/new">
              Nhóm mới
            </a>
          </p>
          <ImportForm />
          <p>
            <a href="/directory/changes">Các đợt thay đổi danh bạ</a>
          </p>
        </>
      )}
    </>
  );
}

function DoubtfulAddress({ agency, mayConfirm }: { agency: ListedAgency; mayConfirm: boolean }) {
  const { failedAt, words } = agency.addressFailure!;
  return (
    <>
      <br />
      <small class="warn">
        Không dùng được ({shortDate(vietnamDate(failedAt))}). Máy chủ thư nói: {words.slice(0, 160)}
      </small>
      {mayConfirm && (
        <form method="post" action={`/directory/agencies/${agency.id}/address-confirmation`}>
          <button>Đã kiểm tra, địa chỉ đúng</button>
        </form>
      )}
    </>
  );
}
