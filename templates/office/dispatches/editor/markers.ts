/** Letters of points a), b) … as offices count them: đ has its place, f, j, w and z have none. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** The marker after this one: `2.` after `1.`, `1.3.` after `1.2.`, `đ)` after `d)`; a dash stays a dash. */
export function nextMarker(marker: string): string {
  if (marker.endsWith(')')) return `${LETTERS[LETTERS.indexOf(marker[0]!) + 1] ?? marker[0]})`;
  const numbers = marker.split('.').slice(0, -1);
  const last = numbers.pop();
  return last === undefined ? marker : `${[...numbers, Number(last) + 1].join('.')}.`;
}

export type MarkerKind = 'dash' | 'plus' | 'number' | 'letter';

export function markerKind(marker: string): MarkerKind {
  if (marker === '-') return 'dash';
  if (marker === '+') return 'plus';
  return marker.endsWith(')') ? 'letter' : 'number';
}

export const FIRST_MARKER: Record<MarkerKind, string> = {
  dash: '-',
  plus: '+',
  number: '1.',
  letter: 'a)',
};
