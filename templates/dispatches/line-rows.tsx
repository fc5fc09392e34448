import type { LineValues } from '../../src/drafting/draft-form.ts';

const SPARE_ROWS = 3;

/** Rows of "printed text" and "sent to"; empty rows are left out when stored. */
export function LineRows({
  legend,
  name,
  rows,
  errors,
}: {
  legend: string;
  name: 'addressees' | 'copies';
  rows: LineValues[];
  errors: Record<string, string>;
}) {
  const spare = Array.from({ length: SPARE_ROWS }, () => ({ text: '', to: '' }));
  return (
    <fieldset>
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

function Row({
  name,
  path,
  row,
  errors,
}: {
  name: string;
  path: string;
  row: LineValues;
  errors: Record<string, string>;
}) {
  const error = errors[`${path}.text`] ?? errors[`${path}.to`];
  return (
    <li class={error ? 'wrong' : undefined}>
      <input
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
    </li>
  );
}
