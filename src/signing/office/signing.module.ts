import { Module } from '@nestjs/common';
import { OfficeArchive } from './office-archive.ts';
import { OfficeSignatures } from './office-signatures.ts';

@Module({
  providers: [OfficeSignatures, OfficeArchive],
  exports: [OfficeSignatures, OfficeArchive],
})
export class SigningModule {}
