import type { DirectoryRow, Sample } from './sample.ts';

/** One agency of a sample, with an address that nobody has. */
export const agencyRow = (
  { validFrom, domain }: Pick<Sample, 'validFrom' | 'domain'>,
  code: string,
  kind: string,
  name: string,
  parent = '',
): DirectoryRow => ({
  code,
  kind,
  name,
  parent_code: parent,
  valid_from: validFrom,
  email: `${code.toLowerCase().replaceAll('.', '-')}@${domain}`,
});
