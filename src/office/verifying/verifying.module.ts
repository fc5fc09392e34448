import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { SigningModule } from '../signing-keys/signing.module.ts';
import { UploadLimitGuard } from './upload-limit.guard.ts';
import { VerificationThread } from './verification-thread.ts';
import { VerifyPages } from './verify.pages.tsx';
import { VerifyingService } from './verifying.service.ts';

@Module({
  imports: [AccountsModule, SigningModule],
  providers: [VerifyingService, VerificationThread, UploadLimitGuard],
  controllers: [VerifyPages],
})
export class VerifyingModule {}
