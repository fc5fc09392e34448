import { Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.ts';
import { ChangesPages } from './changes.pages.tsx';
import { ChangesService } from './changes.service.ts';

@Module({
  controllers: [ChangesController, ChangesPages],
  providers: [ChangesService],
})
export class AgenciesModule {}
