import type { Nameable } from '../../../../src/office/dispatches/reading/reading.service.ts';

interface Props {
  reading: string;
  /** Ids of those who are named. */
  readers: string[];
  nameable: Nameable[];
  errors: Record<string, string>;
}

/** The whole office or few, and whom else. */
export function ReadingChoice({ reading, readers, nameable, errors }: Props) {
  const isRestricted = reading === 'restricted';
  const error = Object.entries(errors).find(([path]) => /^read(ing|ers)\b/.test(path))?.[1];
  return (
    <fieldset class="reading">
      <legend>Ai được đọc</legend>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <label class="check">
        <input type="radio" name="reading" value="office" checked={!isRestricted} />
        Cả cơ quan
      </label>
      <label class="check">
        <input type="radio" name="reading" value="restricted" checked={isRestricted} />
        Hạn chế: chỉ người soạn, đơn vị soạn thảo, người ký, văn thư và những người chọn thêm
      </label>
      <div class="named">
        <p class="hint">
          Chọn thêm người phối hợp, lãnh đạo cần xem; không chọn thì họ không tìm thấy, không mở
          được văn bản.
        </p>
        {nameable.length === 0 && <p class="muted">Không còn ai để chọn thêm.</p>}
        {nameable.map(({ id, fullName, post }) => (
          <label class="check" key={id}>
            <input type="checkbox" name="readers" value={id} checked={readers.includes(id)} />
            {fullName}, {post}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
