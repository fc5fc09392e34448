import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgencyGroup } from './agency-group.entity.ts';
import { AgencyFiles } from './importing/agency-files.ts';
import { AgencyImport } from './importing/agency-import.ts';
import { Agency } from './agency.entity.ts';
import { DirectoryController } from './directory.controller.ts';
import { DirectoryPages } from './directory.pages.tsx';
import { DirectoryService } from './directory.service.ts';
import { AreasController } from './areas/areas.controller.ts';
import { AreasPages } from './areas/areas.pages.tsx';
import { AreasService } from './areas/areas.service.ts';
import { IdentifiersController } from './identifiers/identifiers.controller.ts';
import { IdentifiersPages } from './identifiers/identifiers.pages.tsx';
import { IdentifiersService } from './identifiers/identifiers.service.ts';
import { KindsController } from './kinds/kinds.controller.ts';
import { KindsPages } from './kinds/kinds.pages.tsx';
import { KindsService } from './kinds/kinds.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Agency, AgencyGroup])],
  controllers: [
    DirectoryController,
    DirectoryPages,
    KindsController,
    KindsPages,
    AreasController,
    AreasPages,
    IdentifiersController,
    IdentifiersPages,
  ],
  providers: [
    DirectoryService,
    KindsService,
    AreasService,
    IdentifiersService,
    AgencyFiles,
    AgencyImport,
  ],
  exports: [DirectoryService, KindsService, AgencyFiles, AgencyImport],
})
export class DirectoryModule {}
