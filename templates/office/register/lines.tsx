import { count } from '../../../src/platform/text/words.ts';
import { shortDate } from '../../../src/platform/time/vietnam-time.ts';
import type { RegisterLine } from '../../../src/office/register/register.schemas.ts';

export function Lines({ lines }: { lines: RegisterLine[] }) {
  return (
    <table class="register stacked">
      <thead>
        <tr>
          <th>Số, ký hiệu, ngày</th>
          <th>Trích yếu, nơi nhận</th>
          <th class="number">Xác nhận</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.year}/${line.number}`} class={line.fate}>
            <td>
              {line.dispatchId ? (
                <a href={`/dispatches/${line.dispatchId}`}>{line.reference}</a>
              ) : (
                line.reference
              )}
              <small>{shortDate(line.dated)}</small>
            </td>
            <td>
              <span>{line.subject}</span>
              {line.note && <b> {line.note}</b>}
              <small>{[line.signer, line.sentTo].filter(Boolean).join(' → ')}</small>
              {line.keptBy && <small>Lưu: {line.keptBy}</small>}
            </td>
            <td class="number" data-name="Xác nhận">
              {line.copies !== null && `${count(line.acknowledged)}/${count(line.copies)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
