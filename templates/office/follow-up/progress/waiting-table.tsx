import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { subjectOf } from '../../../../src/engines/page/document-types.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import type { Waiting } from '../../../../src/office/dispatches/waiting-for-issue.ts';
import { Countdown } from '../../../platform/components/countdown.tsx';
import { URGENCY_NAMES } from '../../../../src/office/dispatches/words.ts';

/** Signed and not issued: the first clock of a dispatch. */
export function WaitingTable({ waiting, now }: { waiting: Waiting[]; now: Date }) {
  if (waiting.length === 0) return null;
  return (
    <>
      <h2>Đã ký, chờ phát hành</h2>
      <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
        <table class="stacked">
          <thead>
            <tr>
              <th>Ký hiệu</th>
              <th>Trích yếu</th>
              <th>Ký lúc</th>
              <th>Phát hành chậm nhất</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map((one) => (
              <tr key={one.id}>
                <td>
                  <a href={`/dispatches/${one.id}`}>{reference(one)}</a>
                </td>
                <td class="subject">
                  <span>
                    {one.urgency !== 'normal' && (
                      <b class="tag urgent">{URGENCY_NAMES[one.urgency]}</b>
                    )}
                    {subjectOf(one)}
                  </span>
                </td>
                <td data-name="Ký lúc">{vietnamTime(one.signedAt)}</td>
                <td data-name="Phát hành chậm nhất">
                  {vietnamTime(one.limit)}
                  <small>
                    <Countdown to={one.limit} now={now} />
                  </small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
