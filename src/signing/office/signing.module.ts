import { Module } from '@nestjs/common';
import { OfficeSignatures } from './office-signatures.ts';

@Module({ providers: [OfficeSignatures], exports: [OfficeSignatures] })
export class SigningModule {}
