import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import type { HistoryItem } from '../../../../src/office/follow-up/history/history.schemas.ts';
import { remark, verbName } from '../../../../src/office/follow-up/history/words.ts';

export function Entries({ items }: { items: HistoryItem[] }) {
  return (
    <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
      <table class="journal stacked">
        <thead>
          <tr>
            <th>Thời điểm</th>
            <th>Ai</th>
            <th>Việc</th>
            <th class="number">Mục</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.position} class={item.verb === 'read' ? 'reading' : undefined}>
              <td>{vietnamTime(item.at)}</td>
              <td>
                <Who item={item} />
              </td>
              <td>
                {verbName(item.verb)}
                <small>{remark(item.verb, item.details)}</small>
              </td>
              <td class="number">
                {item.position}
                <small>
                  <code title={item.hash}>{item.hash.slice(0, 8)}</code>
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Who({ item }: { item: HistoryItem }) {
  const { name, post, recipient, address, isErased, account } = item;
  const nobody = isErased ? 'Đã xóa thông tin cá nhân' : recipient ? '' : 'Hệ thống';
  const place = [post, recipient].filter(Boolean).join(', ');
  return (
    <>
      {name ?? nobody}
      {place && <small>{place}</small>}
      {address && <small>IP {address}</small>}
      {isErased && account && <small>Đã xóa địa chỉ IP</small>}
    </>
  );
}
