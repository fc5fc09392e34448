import { Module } from '@nestjs/common';
import { DeliveryWorkerModule } from '../delivery/delivery.module.ts';
import { RecallPost } from './recall-post.ts';
import { RecallService } from './recall.service.ts';
import { RecallsController } from './recalls.controller.ts';
import { RecallsPages } from './recalls.pages.tsx';
import { RecallsSweeper } from './recalls.sweeper.ts';

@Module({
  controllers: [RecallsController, RecallsPages],
  providers: [RecallService],
  exports: [RecallService],
})
export class RecallingModule {}

/** For worker processes: settles recalls and sends their notices. */
@Module({ imports: [DeliveryWorkerModule], providers: [RecallPost, RecallsSweeper] })
export class RecallingWorkerModule {}
