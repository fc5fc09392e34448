/** Why the embedded PostgreSQL cannot run and what to do about it, in both languages of the project. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';

  constructor(
    vietnamese: string,
    english: string,
    options: { detail?: string; cause?: unknown } = {},
  ) {
    const detail = options.detail?.trim();
    super([vietnamese, english, ...(detail ? [detail] : [])].join('\n'), options);
  }
}
