import type { LineValues } from '../../../src/office/dispatches/drafting/draft-values.ts';
import { type RowProps, Asked } from './asked-fields.tsx';

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
