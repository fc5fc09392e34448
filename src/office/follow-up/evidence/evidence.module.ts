import { Module } from '@nestjs/common';
import { SigningModule } from '../../signing-keys/signing.module.ts';
import { EvidenceController } from './evidence.controller.ts';
import { EvidenceService } from './evidence.service.ts';

@Module({
  imports: [SigningModule],
  controllers: [EvidenceController],
  providers: [EvidenceService],
})
export class EvidenceModule {}
