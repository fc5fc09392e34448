import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgencyGroup } from './agency-group.entity.ts';
import { AgencyFiles } from './agency-files.ts';
import { AgencyImport } from './agency-import.ts';
import { AgencyKind } from './agency-kind.entity.ts';
import { Agency } from './agency.entity.ts';
import { DirectoryController } from './directory.controller.ts';
import { DirectoryPages } from './directory.pages.tsx';
import { DirectoryService } from './directory.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Agency, AgencyGroup, AgencyKind])],
  controllers: [DirectoryController, DirectoryPages],
  providers: [DirectoryService, AgencyFiles, AgencyImport],
  exports: [DirectoryService, AgencyFiles, AgencyImport],
})
export class DirectoryModule {}
