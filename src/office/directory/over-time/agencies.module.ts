import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory.module.ts';
import { AgenciesPages } from './agencies.pages.tsx';
import { AgenciesService } from './agencies.service.ts';
import { ChangesController } from './changes.controller.ts';
import { ChangesPages } from './changes.pages.tsx';
import { ChangesService } from './changes.service.ts';
import { GroupsController } from './groups.controller.ts';
import { GroupsPages } from './groups.pages.tsx';
import { GroupsService } from './groups.service.ts';

@Module({
  imports: [DirectoryModule],
  controllers: [ChangesController, ChangesPages, GroupsController, GroupsPages, AgenciesPages],
  providers: [ChangesService, GroupsService, AgenciesService],
})
export class AgenciesModule {}
