import type { Retention } from '../../../../src/office/administration/personal-data/retention.entity.ts';
import type { saidOf } from '../../../../src/office/administration/personal-data/said.ts';
import {
  MOST_MONTHS,
  PERIOD_NAMES,
  PERIODS,
  WHOSE,
} from '../../../../src/office/administration/personal-data/words.ts';
import { shortDate, vietnamDate } from '../../../../src/platform/time/vietnam-time.ts';
import { Field } from '../../../platform/components/field.tsx';
import { WhomFields } from './whom-fields.tsx';

export type SaidHolding = ReturnType<typeof saidOf>;
type Counted = SaidHolding & { rows: number | null; oldest: Date | null };

export interface InventoryProps {
  holdings: Counted[];
  retention: Retention;
  /** As typed, where a form comes back. */
  typed: Record<string, string>;
  errors: Record<string, string>;
}

export function InventoryPage({ holdings, retention, typed, errors }: InventoryProps) {
  return (
    <>
      <h1>Dữ liệu cá nhân</h1>
      <p class="measure">
        Hệ thống giữ gì về ai, để làm gì, bao lâu (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). Nhật
        ký của máy chủ và bản sao lưu do người vận hành giữ, không nằm trong danh sách này.
      </p>
      <section>
        <h2>Một người hỏi về dữ liệu của mình</h2>
        <form method="post" action="/personal-data/search" class="stack column">
          <WhomFields typed={typed} errors={errors} />
          <div class="actions">
            <button class="primary">Tìm</button>
          </div>
        </form>
      </section>
      <Periods {...{ retention, typed, errors }} />
      <section>
        <h2>Đang giữ</h2>
        <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
          <table class="stacked">
            <thead>
              <tr>
                <th>Dữ liệu</th>
                <th>Để làm gì</th>
                <th>Giữ bao lâu</th>
                <th>Khi có yêu cầu xóa</th>
                <th class="number">Số dòng</th>
              </tr>
            </thead>
            <tbody>
              {holdings.map((holding) => (
                <Row key={holding.name} holding={holding} retention={retention} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}

function Row({ holding, retention }: { holding: Counted; retention: Retention }) {
  const { what, whose, purpose, basis, kept, period, rows, oldest } = holding;
  const months = period && retention[period];
  return (
    <tr>
      <th>
        {what}
        <br />
        <small>{capital(whose.map((one) => WHOSE[one]).join('; '))}</small>
      </th>
      <td data-name="Để làm gì">
        {purpose}
        <br />
        <small>{basis}</small>
      </td>
      <td data-name="Giữ bao lâu">{months ? `${months} tháng ${PERIODS[period].from}` : kept}</td>
      <td data-name="Khi có yêu cầu xóa">{erasureInWords(holding)}</td>
      <td class="number" data-name="Số dòng">
        {rows === null ? 'chung cả hệ thống' : rows.toLocaleString('vi')}
        {oldest && (
          <>
            <br />
            <small>từ {shortDate(vietnamDate(oldest))}</small>
          </>
        )}
      </td>
    </tr>
  );
}

const capital = (text: string) => text[0]!.toLocaleUpperCase('vi') + text.slice(1);

const WAYS = { delete: 'Xóa', replace: 'Xóa nội dung, giữ dòng', keep: 'Giữ' };

export function erasureInWords({ erasure, staysBecause }: SaidHolding) {
  return (
    <>
      {WAYS[erasure]}
      {staysBecause && (
        <>
          <br />
          <small>{erasure === 'keep' ? staysBecause : `Trừ: ${staysBecause}`}</small>
        </>
      )}
    </>
  );
}

function Periods({ retention, typed, errors }: Omit<InventoryProps, 'holdings'>) {
  return (
    <section>
      <h2>Thời hạn do cơ quan đặt</h2>
      <p class="muted measure">
        Số tháng. Bỏ trống: giữ đến khi có yêu cầu xóa. Mỗi đêm hệ thống xóa phần quá hạn
        {retention.carriedOutOn && `, lần gần nhất ngày ${shortDate(retention.carriedOutOn)}`}.
      </p>
      <form method="post" action="/personal-data/retention" class="stack column">
        {PERIOD_NAMES.map((name) => (
          <Field
            key={name}
            id={name}
            label={PERIODS[name].name}
            hint={`Tính ${PERIODS[name].from}; từ ${PERIODS[name].least} đến ${MOST_MONTHS} tháng.`}
            error={errors[name]}
          >
            <input
              id={name}
              name={name}
              inputmode="numeric"
              value={typed[name] ?? retention[name]?.toString() ?? ''}
            />
          </Field>
        ))}
        <div class="actions">
          <button>Lưu thời hạn</button>
        </div>
      </form>
    </section>
  );
}
