import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Dispatch } from '../../dispatches/dispatch.entity.ts';
import { openFile, PDF_MOST, readFile } from '../../../platform/files/files.ts';
import { PreparedDispatch } from '../channels/prepared-dispatch.ts';
import { DeliveryRun } from '../delivery-run.entity.ts';

/** Dispatches kept at once: each may hold its file, encoded. */
const KEPT = 4;

/** The dispatches that go out at the moment. */
@Injectable()
export class PreparedDispatches {
  private readonly kept = new Map<string, Promise<PreparedDispatch>>();

  constructor(private readonly database: DataSource) {}

  find(dispatchId: string): Promise<PreparedDispatch> {
    let prepared = this.kept.get(dispatchId);
    if (!prepared) {
      prepared = this.prepare(dispatchId);
      this.kept.set(dispatchId, prepared);
      prepared.catch(() => this.kept.delete(dispatchId));
      const [oldest] = this.kept.keys();
      if (this.kept.size > KEPT) this.kept.delete(oldest!);
    }
    return prepared;
  }

  private async prepare(dispatchId: string): Promise<PreparedDispatch> {
    const { manager } = this.database;
    const { fileSha256 } = await manager.findOneByOrFail(DeliveryRun, { dispatchId });
    const dispatch = await manager.findOneOrFail(Dispatch, {
      where: { id: dispatchId },
      relations: { office: true },
    });
    return new PreparedDispatch(dispatch, fileSha256, {
      file: () => readFile(manager, fileSha256, PDF_MOST),
      size: async () => (await openFile(manager, fileSha256)).size,
    });
  }
}
