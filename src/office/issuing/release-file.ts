import { IsNull, type EntityManager } from 'typeorm';
import { DeliveryRun } from '../delivery/delivery-run.entity.ts';
import { Dispatch, URGENCIES } from '../dispatches/dispatch.entity.ts';
import { keepFile } from '../../platform/files/files.ts';
import { keepFacts } from '../journal/facts/seal-facts.ts';
import { Issuance } from './issuance.entity.ts';
import type { FirstCopy } from './record-copies.ts';

export async function release(
  manager: EntityManager,
  dispatch: Dispatch,
  pdf: Buffer,
  copy?: FirstCopy,
): Promise<void> {
  const { id: dispatchId, urgency } = dispatch;
  const fileSha256 = await keepFile(manager, pdf, 'application/pdf');
  const { affected } = await manager.update(
    Issuance,
    { dispatchId, fileSha256: IsNull() },
    { fileSha256 },
  );
  if (affected === 0) return; // another process was first: its bytes count
  const priority = URGENCIES.length - URGENCIES.indexOf(urgency);
  await manager.insert(DeliveryRun, { dispatchId, fileSha256, priority });
  if (copy) await copy.keep(manager, dispatchId, fileSha256);
  await keepFacts(
    manager,
    (['issuances', 'delivery_runs', 'record_copies'] as const).map(
      (name) => [name, 'dispatch_id', dispatchId] as const,
    ),
  );
}
