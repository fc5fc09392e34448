import { RECIPIENT_STATES } from '../../../../src/office/recipient-words.ts';
import { RECIPIENT_STATE_NAMES } from '../../../../src/office/recipient-words.ts';
import { count } from '../../../../src/platform/text/words.ts';
import { type Counts } from '../../../../src/office/follow-up/progress/tracking.schemas.ts';

/** The states of one dispatch as one bar; its text says the same. */
export function Bar({ counts }: { counts: Counts }) {
  const parts = RECIPIENT_STATES.filter((state) => counts[state] > 0);
  const text = parts
    .map((state) => `${RECIPIENT_STATE_NAMES[state]}: ${count(counts[state])}`)
    .join(', ');
  let from = 0;
  return (
    <svg class="bar" role="img" aria-label={text} viewBox="0 0 100 4" preserveAspectRatio="none">
      <title>{text}</title>
      {parts.map((state) => {
        const width = (100 * counts[state]) / counts.total;
        const x = from;
        from += width;
        return <rect key={state} class={state} x={x} y={0} width={width} height={4} />;
      })}
    </svg>
  );
}

/** What the colours of the bar mean; states that nobody is in are left out. */
export function Legend({ counts }: { counts: Counts }) {
  return (
    <ul class="legend">
      {RECIPIENT_STATES.filter((state) => counts[state] > 0).map((state) => (
        <li key={state}>
          <svg class="bar" viewBox="0 0 1 1" aria-hidden="true">
            <rect class={state} width="1" height="1" />
          </svg>
          {RECIPIENT_STATE_NAMES[state]} <b>{count(counts[state])}</b>
        </li>
      ))}
    </ul>
  );
}
