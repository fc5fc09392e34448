import type { PageFinding } from '../../../src/engines/page/page-rules/check-pdf.ts';

/** In the order of the decree, each clause once. */
export function Findings({ findings }: { findings: PageFinding[] }) {
  const clauses = [...new Set(findings.map(({ clause }) => clause))];
  return (
    <section>
      <h2>Theo điều khoản của Nghị định 30</h2>
      {clauses.map((clause) => (
        <section key={clause} class="clause">
          <h3>{clause.replace(/^NĐ 30\/2020, /, '')}</h3>
          <ul>
            {findings
              .filter((finding) => finding.clause === clause)
              .map((finding, i) => (
                <Finding key={i} finding={finding} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Finding({ finding }: { finding: PageFinding }) {
  const { severity, place, page, quote, message, remedy, others } = finding;
  const isNamed = /trang \d/i.test(place);
  return (
    <li class={severity === 'error' ? 'wrong' : undefined}>
      <p>
        <b>{severity === 'error' ? 'Lỗi' : 'Nên xem lại'}</b>
        {place}
        {page !== undefined && !isNamed && `, trang ${page}`}
        {others > 0 && ` và ${others} chỗ khác`}
      </p>
      {quote && <q class="muted">{quote}</q>}
      <p>{message}</p>
      <p class="muted">Quy định: {remedy}</p>
    </li>
  );
}
