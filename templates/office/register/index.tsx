import { gapSentence, withheldSentence } from '../../../src/office/register/words.ts';
import { count } from '../../../src/platform/text/words.ts';
import type { Gap, RegisterLine } from '../../../src/office/register/register.schemas.ts';
import { Pager, query } from '../../platform/components/pager.tsx';
import { periods } from './periods.ts';
import { Lines } from './lines.tsx';

export interface RegisterPageProps {
  from: string;
  to: string;
  lines: RegisterLine[];
  gaps: Gap[];
  page: number;
  today: string;
}

const PAGE_SIZE = 100;

/** Every number of a period in order, and why some have no document. */
export function RegisterPage({ from, to, lines, gaps, page, today }: RegisterPageProps) {
  const last = Math.max(1, Math.ceil(lines.length / PAGE_SIZE));
  const shown = Math.min(page, last);
  return (
    <>
      <h1>Sổ đăng ký văn bản đi</h1>
      <nav class="tabs" aria-label="Kỳ">
        {periods(today).map((period) => (
          <a
            key={period.name}
            href={query({ from: period.from, to: period.to })}
            aria-current={period.from === from && period.to === to ? 'page' : undefined}
          >
            {period.name}
          </a>
        ))}
      </nav>
      <form class="filters" method="get">
        <label>
          Từ ngày
          <input type="date" name="from" value={from} required />
        </label>
        <label>
          Đến ngày
          <input type="date" name="to" value={to} required />
        </label>
        <button>Xem</button>
      </form>
      <Account lines={lines} gaps={gaps} />
      {withheldSentence(lines) && <p class="muted">{withheldSentence(lines)}</p>}
      <p class="actions">
        <a class="button primary" href={`/api/register.pdf${query({ from, to })}`}>
          In sổ, khổ A4
        </a>
        <a class="button" href={`/api/register.pdf${query({ from, to, sheet: 'A3' })}`}>
          Khổ A3
        </a>
        <a class="button" href={`/api/register.xlsx${query({ from, to })}`}>
          Tải XLSX
        </a>
      </p>
      {lines.length > 0 && (
        <Lines lines={lines.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE)} />
      )}
      <Pager
        page={shown}
        pageSize={PAGE_SIZE}
        total={lines.length}
        href={(next) => query({ from, to, page: next })}
      />
    </>
  );
}

function Account({ lines, gaps }: Pick<RegisterPageProps, 'lines' | 'gaps'>) {
  const voided = lines.filter(({ fate }) => fate === 'void').length;
  const missing = gaps.some(({ fate }) => fate === 'missing');
  const summary =
    lines.length === 0 ? 'Kỳ này chưa có số nào.' : `${count(lines.length)} số, ${voided} số bỏ.`;
  if (gaps.length === 0) {
    return (
      <p class="muted">
        {summary} {lines.length > 0 && 'Số liền nhau, không thiếu số nào.'}
      </p>
    );
  }
  return (
    <section class={missing ? 'notice error' : 'notice'}>
      <p>
        {summary}{' '}
        {missing
          ? 'Có số không rõ vì sao thiếu.'
          : 'Số nào không có văn bản phát hành đều có lý do:'}
      </p>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.year}/${gap.first}`}>{gapSentence(gap)}</li>
        ))}
      </ul>
    </section>
  );
}
