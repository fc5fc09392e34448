import { In, type EntityManager } from 'typeorm';
import { InvalidInput } from '../../platform/web/invalid-input.ts';
import { Agency } from './agency.entity.ts';

const SHOWN = 10;

/** The agencies of these codes, or `InvalidInput` at `path` with those that nobody has. */
export async function agencyIds(
  manager: EntityManager,
  officeId: string,
  codes: string[],
  path = 'codes',
): Promise<string[]> {
  const agencies = await manager.find(Agency, {
    where: { officeId, code: In(codes) },
    select: { id: true, code: true },
  });
  const known = new Set(agencies.map(({ code }) => code));
  const unknown = [...new Set(codes)].filter((code) => !known.has(code));
  if (unknown.length > 0) {
    const rest = unknown.length > SHOWN ? ` và ${unknown.length - SHOWN} mã khác` : '';
    const message = `Danh bạ không có mã: ${unknown.slice(0, SHOWN).join(', ')}${rest}. Xem mã ở cột đầu của Danh bạ.`;
    throw new InvalidInput([{ path, message }]);
  }
  return agencies.map(({ id }) => id);
}
