/**
 * The variables that are set. One that is empty is not: files of variables, Compose (`${X:-}`) and
 * service units cannot leave a line out as easily as its value.
 */
export function withoutBlanks<Env extends Record<string, unknown>>(env: Env): Env {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([, value]) => value !== undefined && (typeof value !== 'string' || value.trim() !== ''),
    ),
  ) as Env;
}
