import { count } from '../../../../src/platform/text/words.ts';
import type { Review } from '../../../../src/office/directory/over-time/agencies.schemas.ts';
import type { EffectKind } from '../../../../src/office/directory/importing/agency-plan.ts';
import { EFFECT_NAMES, FIELD_NAMES } from '../../../../src/office/directory/words.ts';

type Effects = Review['effects'];

/** Of each sort; whoever wants all of them has the file. */
const SHOWN = 200;

const ORDER: EffectKind[] = ['new', 'ended', 'changed'];

/** How many rows do what, then each of them; what changes nothing is only counted. */
export function EffectList({ effects }: { effects: Effects }) {
  const of = (kind: EffectKind) => effects.filter(({ effect }) => effect === kind);
  return (
    <>
      <dl class="figures">
        {([...ORDER, 'unchanged'] as const).map((kind) => (
          <div key={kind}>
            <dt>{EFFECT_NAMES[kind]}</dt>
            <dd>{of(kind).length}</dd>
          </div>
        ))}
      </dl>
      {ORDER.filter((kind) => of(kind).length > 0).map((kind) => (
        <details key={kind} open={of(kind).length <= 20}>
          <summary>
            {EFFECT_NAMES[kind]}: {of(kind).length}
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
                {of(kind)
                  .slice(0, SHOWN)
                  .map((effect) => (
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
          {of(kind).length > SHOWN && (
            <p class="muted">và {count(of(kind).length - SHOWN)} dòng nữa.</p>
          )}
        </details>
      ))}
    </>
  );
}

function changesOf({ effect, changes }: Effects[number]): string {
  return changes
    .filter(({ field }) => effect !== 'new' || field !== 'name')
    .map(({ field, from, to }) => {
      const name = FIELD_NAMES[field] ?? field;
      return from === null ? `${name}: ${to}` : `${name}: ${from} → ${to ?? 'bỏ trống'}`;
    })
    .join('; ');
}
