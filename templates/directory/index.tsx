import type { AgencyGroup } from '../../src/directory/agency-group.entity.ts';
import type { AgencyKind } from '../../src/directory/agency-kind.entity.ts';
import type { Agency } from '../../src/directory/agency.entity.ts';
import type { AgencyFilter } from '../../src/directory/directory.schemas.ts';
import { Pager, query } from '../components/pager.tsx';
import { ImportForm, type ImportOutcome } from './import-form.tsx';

export interface DirectoryProps extends ImportOutcome {
  items: Agency[];
  total: number;
  pageSize: number;
  filter: AgencyFilter;
  kinds: AgencyKind[];
  groups: AgencyGroup[];
  mayImport: boolean;
}

export function DirectoryPage(props: DirectoryProps) {
  const { items, total, pageSize, filter, kinds, groups, mayImport } = props;
  const kindNames = new Map(kinds.map(({ code, name }) => [code, name]));
  return (
    <>
      <h1>Danh bạ nơi nhận</h1>
      <form class="filters" method="get">
        <label>
          Tên
          <input type="search" name="q" value={filter.q} />
        </label>
        <label>
          Loại
          <select name="kind">
            <option value="">Tất cả</option>
            {kinds.map(({ code, name }) => (
              <option key={code} value={code} selected={code === filter.kind}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button>Lọc</button>
      </form>
      <p class="muted">{total} cơ quan, đơn vị, cá nhân</p>
      <div class="scroll">
        <table>
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
                <td>{agency.code}</td>
                <td>
                  {agency.name}
                  {agency.validTo && <small> (đến {agency.validTo})</small>}
                </td>
                <td>{kindNames.get(agency.kind)}</td>
                <td>{agency.parent?.name}</td>
                <td>{agency.email ?? <em class="warn">chưa có</em>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={filter.page}
        pageSize={pageSize}
        total={total}
        href={(page) => query({ ...filter, page })}
      />
      <h2>Nhóm</h2>
      <ul class="plain">
        {groups.map((group) => (
          <li key={group.id}>
            <strong>{group.name}</strong>
            <small> gồm {group.kinds.map((kind) => kindNames.get(kind)).join('; ')}</small>
          </li>
        ))}
      </ul>
      {mayImport && <ImportForm imported={props.imported} faults={props.faults} />}
    </>
  );
}
