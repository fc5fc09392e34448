import { Module } from '@nestjs/common';
import { CertificateNotices } from './certificate-notices.ts';
import { OfficeArchive } from './office-archive.ts';
import { OfficeSignatures } from './office-signatures.ts';

@Module({
  providers: [OfficeSignatures, OfficeArchive, CertificateNotices],
  exports: [OfficeSignatures, OfficeArchive, CertificateNotices],
})
export class SigningModule {}
