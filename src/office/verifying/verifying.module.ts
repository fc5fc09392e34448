import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { SigningModule } from '../signing-keys/signing.module.ts';
import { PageCheckController } from './page-check/page-check.controller.ts';
import { PageCheckPages } from './page-check/page-check.pages.tsx';
import { PageCheckService } from './page-check/page-check.service.ts';
import { PageCheckThread } from './page-check/page-check-thread.ts';
import { UploadLimitGuard } from './upload-limit.guard.ts';
import { VerificationThread } from './verification-thread.ts';
import { VerifyPages } from './verify.pages.tsx';
import { VerifyingService } from './verifying.service.ts';

@Module({
  imports: [AccountsModule, SigningModule],
  providers: [
    VerifyingService,
    VerificationThread,
    UploadLimitGuard,
    PageCheckService,
    PageCheckThread,
  ],
  controllers: [VerifyPages, PageCheckPages, PageCheckController],
})
export class VerifyingModule {}
