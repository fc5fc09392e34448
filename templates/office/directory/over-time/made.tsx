import type { DirectoryChange } from '../../../../src/office/directory/over-time/directory-change.entity.ts';
import type { ShownEffects } from '../../../../src/office/directory/over-time/shown-effects.ts';
import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';
import { EffectList } from './effects.tsx';

/** A change that was made, as it was confirmed. */
export function MadePage({ change, made }: { change: DirectoryChange; made: ShownEffects }) {
  return (
    <>
      <p class="muted">
        <a href="/directory/changes">‹ Thay đổi danh bạ</a>
      </p>
      <h1>{change.title}</h1>
      {change.basis && <p>Căn cứ: {change.basis}</p>}
      <p class="done" role="status">
        Đã thực hiện {vietnamTime(change.appliedAt!)}, {change.applier!.fullName} xác nhận; người
        lập {change.proposer.fullName}.
      </p>
      <EffectList {...made} />
    </>
  );
}
