import { keysOf } from '../../../src/platform/text/words.ts';
import type {
  AnnexValues,
  DraftValues,
} from '../../../src/office/dispatches/drafting/draft-values.ts';
import { Field } from '../../platform/components/field.tsx';
import { CIRCULATION_NAMES } from '../../../src/office/dispatches/words.ts';

interface Props {
  values: DraftValues;
  errors: Record<string, string>;
}

/** Parts that few dispatches have: folded away until they hold something. */
export function LegalBases({ values, errors }: Props) {
  const error = Object.entries(errors).find(([path]) => path.startsWith('legalBases'))?.[1];
  return (
    <details open={values.legalBases !== '' || error !== undefined}>
      <summary>Căn cứ ban hành</summary>
      <Field
        id="legalBases"
        label="Mỗi căn cứ một dòng"
        hint="Trang in tự ghi dấu “;” và “.” ở cuối dòng."
        error={error}
      >
        <textarea id="legalBases" name="legalBases" rows={4}>
          {values.legalBases}
        </textarea>
      </Field>
    </details>
  );
}

export function Annexes({ values, errors }: Props) {
  const rows = [...values.annexes, { title: '', body: '' }];
  return (
    <details id="annexes" open={values.annexes.length > 0}>
      <summary>Phụ lục</summary>
      <p class="hint">In sau chữ ký, mỗi phụ lục bắt đầu ở một trang mới. Để trống thì bỏ qua.</p>
      {errors.annexes && <p class="error">{errors.annexes}</p>}
      {rows.map((row, index) => (
        <AnnexFields key={index} {...{ row, index, errors }} />
      ))}
    </details>
  );
}

function AnnexFields({
  row,
  index,
  errors,
}: {
  row: AnnexValues;
  index: number;
  errors: Record<string, string>;
}) {
  const [title, body] = [`annexes-${index}-title`, `annexes-${index}-body`];
  return (
    <fieldset>
      <legend>Phụ lục {index + 1}</legend>
      <Field id={title} label="Tên phụ lục" error={errors[`annexes.${index}.title`]}>
        <input id={title} name={`annexes[${index}][title]`} value={row.title} />
      </Field>
      <Field id={body} label="Nội dung phụ lục" error={errors[`annexes.${index}.body`]}>
        <textarea id={body} class="rich" name={`annexes[${index}][body]`} rows={8}>
          {row.body}
        </textarea>
      </Field>
    </fieldset>
  );
}

export function RareMarks({ values, errors }: Props) {
  return (
    <details open={values.circulation !== '' || values.typistMark !== ''}>
      <summary>Phạm vi lưu hành, ký hiệu người soạn thảo</summary>
      <div class="columns">
        <Field id="circulation" label="Phạm vi lưu hành" error={errors.circulation}>
          <select id="circulation" name="circulation">
            <option value="">Không ghi</option>
            {keysOf(CIRCULATION_NAMES).map((mark) => (
              <option key={mark} value={mark} selected={mark === values.circulation}>
                {CIRCULATION_NAMES[mark]}
              </option>
            ))}
          </select>
        </Field>
        <Field
          id="typistMark"
          label="Ký hiệu người soạn thảo, số bản"
          hint="Ví dụ PL.(300)"
          error={errors.typistMark}
        >
          <input id="typistMark" name="typistMark" value={values.typistMark} />
        </Field>
      </div>
    </details>
  );
}
