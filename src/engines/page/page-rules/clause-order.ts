const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];
const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';

/** Where a clause stands in the decree: annex, section, point, letter in the order of the Vietnamese alphabet. */
function placeOf(clause: string): number[] {
  const [, annex = '', rest = ''] = /Phụ lục ([IVX]+), (.*)$/u.exec(clause) ?? [];
  const [, section = '', point = '', letter = ''] =
    /^([IVX]+)?(?:\.(\d+))?(?:\.(\p{L})(?!\p{L}))?/u.exec(rest) ?? [];
  return [ROMAN.indexOf(annex), ROMAN.indexOf(section), Number(point), LETTERS.indexOf(letter)];
}

/** Clauses in the order in which the decree has them. */
export function byClause(a: string, b: string): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  for (const [i, place] of one.entries()) {
    if (place !== other[i]) return place - other[i]!;
  }
  return 0;
}
