import { shortDate, vietnamDate } from '../../../../src/platform/time/vietnam-time.ts';
import { Field } from '../../../platform/components/field.tsx';
import { erasureInWords, type SaidHolding } from './index.tsx';
import { SameWhom } from './whom-fields.tsx';

type Held = SaidHolding & { erasable: number; staying: number; oldest: Date | null };

export interface PersonPageProps {
  typed: Record<string, string>;
  errors: Record<string, string>;
  held: Held[];
  inUse: boolean;
  seal: string;
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

export function PersonPage({ typed, errors, held, inUse, seal }: PersonPageProps) {
  const erasable = sum(held.map((one) => one.erasable));
  return (
    <>
      <p class="muted">
        <a href="/personal-data">‹ Dữ liệu cá nhân</a>
      </p>
      <h1>
        {[typed.name, typed.post, typed.email, typed.telephone, typed.username]
          .filter(Boolean)
          .join(', ')}
      </h1>
      {(errors.form ?? errors.seal) && (
        <p class="error" role="alert">
          {errors.form ?? errors.seal}
        </p>
      )}
      {held.length === 0 ? (
        <p class="measure">
          Không giữ gì về người này. Họ tên, địa chỉ phải đúng như người ấy đã khai; thử thêm địa
          chỉ thư hoặc số điện thoại.
        </p>
      ) : (
        <>
          <HeldTable held={held} />
          <Extract typed={typed} error={errors.basis} />
          <Erasure {...{ typed, inUse, seal, erasable }} error={errors.basis} />
        </>
      )}
    </>
  );
}

function HeldTable({ held }: { held: Held[] }) {
  return (
    <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
      <table class="stacked">
        <thead>
          <tr>
            <th>Dữ liệu</th>
            <th>Từ</th>
            <th class="number">Xóa được</th>
            <th class="number">Ở lại</th>
            <th>Khi xóa</th>
          </tr>
        </thead>
        <tbody>
          {held.map((one) => (
            <tr key={one.name}>
              <th>{one.what}</th>
              <td data-name="Từ">{one.oldest ? shortDate(vietnamDate(one.oldest)) : ''}</td>
              <td class="number" data-name="Xóa được">
                {one.erasable}
              </td>
              <td class="number" data-name="Ở lại">
                {one.staying}
              </td>
              <td data-name="Khi xóa">{erasureInWords(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Basis({ id, error }: { id: string; error: string | undefined }) {
  return (
    <Field
      id={id}
      label="Căn cứ"
      hint="Ghi vào nhật ký: đơn, công văn nào. Không ghi họ tên người được hỏi."
      {...(error && { error })}
    >
      <input id={id} name="basis" required maxlength={300} placeholder="Đơn ngày …" />
    </Field>
  );
}

function Extract({ typed, error }: { typed: Record<string, string>; error: string | undefined }) {
  return (
    <section class="column">
      <h2>Trích cho người ấy</h2>
      <form method="post" action="/personal-data/extract" class="stack">
        <SameWhom typed={typed} />
        <Basis id="extract-basis" error={error} />
        <div class="actions">
          <button class="primary" name="format" value="html">
            Tải bản để đọc
          </button>
          <button name="format" value="json">
            Tải bản cho máy (JSON)
          </button>
        </div>
      </form>
    </section>
  );
}

function Erasure({
  typed,
  inUse,
  seal,
  erasable,
  error,
}: {
  typed: Record<string, string>;
  inUse: boolean;
  seal: string;
  erasable: number;
  error: string | undefined;
}) {
  return (
    <section class="column">
      <h2>Xóa theo yêu cầu</h2>
      {inUse ? (
        <p>
          Người này còn tài khoản đang dùng. Cho nghỉ ở mục <a href="/people">Người của cơ quan</a>,
          hoặc đóng tài khoản ở nơi nhận, rồi xóa.
        </p>
      ) : erasable === 0 ? (
        <p>Không còn gì xóa được: phần ở lại là hồ sơ phải lưu.</p>
      ) : (
        <form method="post" action="/personal-data/erasure" class="stack">
          <SameWhom typed={typed} />
          <input type="hidden" name="seal" value={seal} />
          <p>
            {erasable} dòng sẽ mất hẳn, không lấy lại được từ hệ thống. Hồ sơ văn bản và chuỗi nhật
            ký vẫn nguyên vẹn.
          </p>
          <Basis id="erasure-basis" error={error} />
          <div class="actions">
            <button>Xóa {erasable} dòng</button>
          </div>
        </form>
      )}
    </section>
  );
}

export function ErasedPage({ erased }: { erased: { what: string; rows: number }[] }) {
  return (
    <div class="column">
      <h1>Đã xóa</h1>
      <ul>
        {erased.map(({ what, rows }) => (
          <li key={what}>
            {what}: {rows} dòng
          </li>
        ))}
      </ul>
      <p class="muted">
        Nhật ký ghi việc xóa và căn cứ, không ghi dữ liệu đã xóa. Bản sao lưu trước hôm nay vẫn còn
        dữ liệu này; người vận hành hủy theo thời hạn của bản sao lưu.
      </p>
      <p>
        <a href="/personal-data">Dữ liệu cá nhân</a>
      </p>
    </div>
  );
}
