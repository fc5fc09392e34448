import { meaningOf } from '../../../src/office/dispatches/line-words.ts';
import { keysOf } from '../../../src/platform/text/words.ts';
import type { LineValues } from '../../../src/office/dispatches/drafting/draft-form.ts';
import { Field } from '../../platform/components/field.tsx';
import { PURPOSE_NAMES, termsAsTyped } from '../../../src/office/dispatches/term-words.ts';

const SPARE_ROWS = 3;
const SPARE: LineValues = { text: '', to: '', purpose: '', acknowledgeBy: '', replyBy: '' };

interface LineRowsProps {
  legend: string;
  name: 'addressees' | 'copies';
  rows: LineValues[];
  errors: Record<string, string>;
}

/** Rows of "printed text" and "sent to"; empty rows are left out when stored. */
export function LineRows({ legend, name, rows, errors }: LineRowsProps) {
  const spare = Array.from({ length: SPARE_ROWS }, () => SPARE);
  return (
    <fieldset id={name}>
      <legend>{legend}</legend>
      {errors[name] && <p class="error">{errors[name]}</p>}
      <ol class="lines">
        {[...rows, ...spare].map((row, index) => (
          <Row
            key={index}
            name={`${name}[${index}]`}
            path={`${name}.${index}`}
            {...{ row, errors }}
          />
        ))}
      </ol>
    </fieldset>
  );
}

interface RowProps {
  name: string;
  path: string;
  row: LineValues;
  errors: Record<string, string>;
}

function Row(props: RowProps) {
  const { name, path, row, errors } = props;
  const error = errors[`${path}.text`] ?? errors[`${path}.to`];
  return (
    <li class={error ? 'wrong' : undefined}>
      <input
        id={path}
        name={`${name}[text]`}
        value={row.text}
        list="targets"
        aria-label="Chữ in"
        placeholder="Chữ in"
      />
      <input
        name={`${name}[to]`}
        value={row.to}
        list="targets"
        aria-label="Gửi tới nhóm hoặc cơ quan, nếu tên khác chữ in"
        placeholder="Gửi tới (nếu khác chữ in)"
      />
      {error && <p class="error">{error}</p>}
      <Asked {...props} />
    </li>
  );
}

/** What this line asks of those it leads to; closed while it asks nothing of its own. */
function Asked({ name, path, row, errors }: RowProps) {
  const words = termsAsTyped(row);
  const wrong = (field: string) => errors[`${path}.${field}`];
  if (!words && meaningOf(row.text)) return null;
  const isOpen = Boolean(wrong('purpose') ?? wrong('acknowledgeBy') ?? wrong('replyBy'));
  const id = (field: string) => `${path}.${field}`;
  return (
    <details class="asked" open={isOpen}>
      <summary>{words || 'Mục đích, thời hạn'}</summary>
      <div class="columns">
        <Field id={id('purpose')} label="Mục đích" error={wrong('purpose')}>
          <select id={id('purpose')} name={`${name}[purpose]`}>
            <option value="">Không ghi</option>
            {keysOf(PURPOSE_NAMES).map((purpose) => (
              <option key={purpose} value={purpose} selected={purpose === row.purpose}>
                {PURPOSE_NAMES[purpose]}
              </option>
            ))}
          </select>
        </Field>
        <Field
          id={id('replyBy')}
          label="Trả lời trước"
          hint="Bỏ trống: không cần trả lời"
          error={wrong('replyBy')}
        >
          <input
            id={id('replyBy')}
            name={`${name}[replyBy]`}
            type="datetime-local"
            value={row.replyBy}
          />
        </Field>
        <Field
          id={id('acknowledgeBy')}
          label="Xác nhận trước"
          hint="Bỏ trống: hạn chung"
          error={wrong('acknowledgeBy')}
        >
          <input
            id={id('acknowledgeBy')}
            name={`${name}[acknowledgeBy]`}
            type="datetime-local"
            value={row.acknowledgeBy}
          />
        </Field>
      </div>
    </details>
  );
}
