import { count } from '../../../../src/platform/text/words.ts';
import type { ShownEffects } from '../../../../src/office/directory/over-time/shown-effects.ts';
import type { Effect, EffectKind } from '../../../../src/office/directory/importing/agency-plan.ts';
import { EFFECT_NAMES, FIELD_NAMES } from '../../../../src/office/directory/words.ts';

const ORDER: EffectKind[] = ['new', 'ended', 'changed'];

/** How many rows do what, then each of them; what changes nothing is only counted. */
export function EffectList({ counts, first }: ShownEffects) {
  const of = (kind: EffectKind) => first.filter(({ effect }) => effect === kind);
  return (
    <>
      <dl class="figures">
        {([...ORDER, 'unchanged'] as const).map((kind) => (
          <div key={kind}>
            <dt>{EFFECT_NAMES[kind]}</dt>
            <dd>{count(counts[kind])}</dd>
          </div>
        ))}
      </dl>
      {ORDER.filter((kind) => counts[kind] > 0).map((kind) => (
        <details key={kind} open={counts[kind] <= 20}>
          <summary>
            {EFFECT_NAMES[kind]}: {count(counts[kind])}
          </summary>
          <div class="scroll" role="group" aria-label="Bảng" tabindex={0}>
            <table>
              <thead>
                <tr>
                  <th class="number">Dòng</th>
                  <th>Mã</th>
                  <th>Tên</th>
                  <th>Thay đổi</th>
                </tr>
              </thead>
              <tbody>
                {of(kind).map((effect) => (
                  <tr key={effect.code}>
                    <td class="number">{effect.line}</td>
                    <td>{effect.code}</td>
                    <td>{effect.name}</td>
                    <td>{changesOf(effect)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {counts[kind] > of(kind).length && (
            <p class="muted">và {count(counts[kind] - of(kind).length)} dòng nữa.</p>
          )}
        </details>
      ))}
    </>
  );
}

function changesOf({ effect, changes }: Effect): string {
  return changes
    .filter(({ field }) => effect !== 'new' || field !== 'name')
    .map(({ field, from, to }) => {
      const name = FIELD_NAMES[field] ?? field;
      return from === null ? `${name}: ${to}` : `${name}: ${from} → ${to ?? 'bỏ trống'}`;
    })
    .join('; ');
}
