import { meaningOf } from '../../../src/office/dispatches/line-words.ts';
import { keysOf } from '../../../src/platform/text/words.ts';
import type { LineValues } from '../../../src/office/dispatches/drafting/draft-values.ts';
import { Field } from '../../platform/components/field.tsx';
import { PURPOSE_NAMES, termsAsTyped } from '../../../src/office/dispatches/term-words.ts';

export interface RowProps {
  name: string;
  path: string;
  row: LineValues;
  errors: Record<string, string>;
}

/** What this line asks of those it leads to; closed while it asks nothing of its own. */
export function Asked({ name, path, row, errors }: RowProps) {
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
