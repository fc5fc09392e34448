import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';
import type { SignatureReport } from '../../../src/engines/signatures/verification/report.ts';
import { plainName } from '../../../src/office/verifying/headline-words.ts';
import {
  CLASSES,
  INTEGRITIES,
  REVOCATIONS,
  SIGNER_ROLES,
  TRUSTS,
} from '../../../src/office/verifying/words.ts';

export function Signer({ signature, count }: { signature: SignatureReport; count: number }) {
  const { role, signer, claimedTime, time, timeSource, revision, coversWholeFile } = signature;
  const { verdict, integrity, trust, revocation } = signature;
  const isTest = signer && signer.commonName !== plainName(signer.commonName);
  const covered = coversWholeFile ? 'Toàn bộ tệp' : `Đến lần lưu ${revision} trong ${count}`;
  return (
    <li class={CLASSES[verdict]}>
      <p class="role">{SIGNER_ROLES[role]}</p>
      <h3>
        {plainName(signer?.commonName)} {isTest && <span class="tag trial">thử nghiệm</span>}
      </h3>
      <dl>
        {signer?.organisation && signer.organisation !== plainName(signer.commonName) && (
          <>
            <dt>Thuộc</dt>
            <dd>{signer.organisation}</dd>
          </>
        )}
        {(claimedTime ?? time) && (
          <>
            <dt>Thời điểm</dt>
            <dd>
              {vietnamTime((claimedTime ?? time)!)}
              {timeSource === 'claimed' && <small>theo lời người ký</small>}
              {timeSource === 'timestamp' && role !== 'timestamp' && (
                <small>dấu thời gian xác nhận đã có từ trước {vietnamTime(time!)}</small>
              )}
            </dd>
          </>
        )}
        <dt>Phạm vi</dt>
        <dd>
          {covered}, {INTEGRITIES[integrity]}
        </dd>
        {signer && (
          <>
            <dt>Chứng thư</dt>
            <dd>
              {TRUSTS[trust]}, {REVOCATIONS[revocation]}
              <small>
                {signer.issuer} cấp, số <code>{signer.serialNumber}</code>, hiệu lực{' '}
                {vietnamTime(signer.notBefore).slice(6)}–{vietnamTime(signer.notAfter).slice(6)}
              </small>
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}
