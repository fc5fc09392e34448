import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import { count } from '../../../../src/platform/text/words.ts';
import type { KindView } from '../../../../src/office/directory/kinds/kinds.schemas.ts';

/** The kinds of agencies an office knows, in the order in which every list has them. */
export function KindsPage({ kinds, mayChange }: { kinds: KindView[]; mayChange: boolean }) {
  return (
    <>
      <p class="muted">
        <a href="/directory">‹ Danh bạ</a>
      </p>
      <div class="heading">
        <h1>Loại cơ quan</h1>
        {mayChange && (
          <a class="button" href="/directory/kinds/new">
            Loại mới
          </a>
        )}
      </div>
      <p class="muted">
        Nhóm, bộ lọc, bảng theo dõi và báo cáo xếp theo thứ tự này. Văn bản đã phát hành giữ tên
        loại của ngày phát hành.
      </p>
      <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
        <table class="stacked">
          <thead>
            <tr>
              <th>Loại</th>
              <th>Mã</th>
              <th>Thời gian</th>
              <th class="number">Cơ quan hôm nay</th>
              {mayChange && <th />}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <Row key={kind.code} {...{ kind, mayChange }} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ kind, mayChange }: { kind: KindView; mayChange: boolean }) {
  const { code, name, agencies, formerNames, nextName } = kind;
  return (
    <tr>
      <td>
        <a href={`/directory?kind=${encodeURIComponent(code)}`}>{name}</a>
        {nextName && <small> Sắp đổi tên: {nextName}</small>}
        {formerNames.map((former) => (
          <small key={former.validTo}>
            {' '}
            Đến {shortDate(former.validTo)}: {former.name}
          </small>
        ))}
      </td>
      <td data-name="Mã">{code}</td>
      <td>{periodOf(kind)}</td>
      <td class="number" data-name="Cơ quan hôm nay">
        {count(agencies)}
      </td>
      {mayChange && (
        <td>
          <a href={`/directory/kinds/${encodeURIComponent(code)}/edit`}>Sửa</a>
        </td>
      )}
    </tr>
  );
}

function periodOf({ validFrom, validTo }: KindView): string {
  const from = validFrom && `từ ${shortDate(validFrom)}`;
  const to = validTo && `đến hết ${shortDate(validTo)}`;
  return [from, to].filter(Boolean).join(' ');
}
