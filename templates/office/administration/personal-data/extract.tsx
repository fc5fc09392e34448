import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';

const STYLE = `body{font:16px/1.5 'Times New Roman',serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}`;

/** The file before and after what is told: it stands where the line is. */
export function ExtractHead({
  officeName,
  basis,
  at,
}: {
  officeName: string;
  basis: string;
  at: Date;
}) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>Trích dữ liệu cá nhân</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>Trích dữ liệu cá nhân</h1>
        <p>
          {officeName}, lập lúc {vietnamTime(at)}. Căn cứ: {basis}.
        </p>
        <hr />
      </body>
    </html>
  );
}

export function ExtractSection({
  holding,
  rows,
}: {
  holding: { what: string; purpose: string; basis: string; kept: string };
  rows: Record<string, unknown>[];
}) {
  const labels = Object.keys(rows[0] ?? {});
  return (
    <section>
      <h2>{holding.what}</h2>
      <p>
        {holding.purpose}. {holding.basis}. Giữ: {holding.kept}.
      </p>
      <table>
        <thead>
          <tr>
            {labels.map((label) => (
              <th key={label}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {labels.map((label) => (
                <td key={label}>{inWords(row[label])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? vietnamTime(new Date(value)) : value;
}
