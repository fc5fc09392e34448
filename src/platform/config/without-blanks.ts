/**
 * The variables that are set. One that is empty is not: files of variables, Compose (`${X:-}`) and
 * service units cannot leave a line out as easily as its value.
 */
export function withoutBlanks(env: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([, value]) => value !== undefined && (typeof value !== 'string' || value.trim() !== ''),
    ),
  );
}
