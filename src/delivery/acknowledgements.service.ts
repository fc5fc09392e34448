import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readFile } from '../files/files.ts';
import { Acknowledgement } from './acknowledgement.entity.ts';
import { DeliveryRun } from './delivery-run.entity.ts';
import { tokenHash } from './personal-link.ts';
import { Recipient } from './recipient.entity.ts';

/** What the person behind a personal link sees. */
export interface PersonalView {
  recipient: Recipient;
  fileSha256: string;
  acknowledgement: Acknowledgement | null;
}

@Injectable()
export class AcknowledgementsService {
  constructor(private readonly database: DataSource) {}

  async open(token: string): Promise<PersonalView> {
    const { manager } = this.database;
    const recipient = await manager.findOneOrFail(Recipient, {
      where: { tokenHash: tokenHash(token) },
      relations: { dispatch: { office: true } },
    });
    const { id: recipientId, dispatchId } = recipient;
    const { fileSha256 } = await manager.findOneByOrFail(DeliveryRun, { dispatchId });
    const acknowledgement = await manager.findOneBy(Acknowledgement, { recipientId });
    return { recipient, fileSha256, acknowledgement };
  }

  async file(token: string): Promise<{ recipient: Recipient; bytes: Buffer }> {
    const { recipient, fileSha256 } = await this.open(token);
    return { recipient, bytes: await readFile(this.database.manager, fileSha256) };
  }

  /** The first one counts; asking again changes nothing and is no error. */
  async acknowledge(token: string): Promise<PersonalView> {
    const view = await this.open(token);
    if (view.acknowledgement) return view;
    await this.database.manager
      .createQueryBuilder()
      .insert()
      .into(Acknowledgement)
      .values({ recipientId: view.recipient.id, fileSha256: view.fileSha256 })
      .orIgnore()
      .execute();
    return this.open(token);
  }
}
