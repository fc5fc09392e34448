import { Global, Module } from '@nestjs/common';
import { Throttle } from '../../platform/web/throttle.ts';
import { AccountPages } from './account.pages.tsx';
import { ApiKeysController } from './api-keys/api-keys.controller.ts';
import { ApiKeysPages } from './api-keys/api-keys.pages.tsx';
import { ApiKeysService } from './api-keys/api-keys.service.ts';
import { Entrance } from './entrance.service.ts';
import { Guesses } from './guesses.ts';
import { KnownDevicesService } from './known-devices/known-devices.service.ts';
import { AccountNoticesPages } from './notices/account-notices.pages.tsx';
import { AccountNoticesService } from './notices/account-notices.service.ts';
import { NewPasswordPages } from './new-password.pages.tsx';
import { OpenidPages } from './openid/openid.pages.ts';
import { OpenidService } from './openid/openid.service.ts';
import { PasskeysPages } from './passkeys/passkeys.pages.ts';
import { PasskeysService } from './passkeys/passkeys.service.ts';
import { SecondFactorPages } from './second-factor/second-factor.pages.tsx';
import { SecondFactorService } from './second-factor/second-factor.service.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsPages } from './sessions.pages.tsx';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';

/** How people and programs come in; global, since the guards of every room ask it. */
@Global()
@Module({
  controllers: [
    SessionsController,
    SessionsPages,
    AccountPages,
    NewPasswordPages,
    SecondFactorPages,
    PasskeysPages,
    OpenidPages,
    ApiKeysController,
    ApiKeysPages,
    AccountNoticesPages,
  ],
  providers: [
    SessionsService,
    SignInService,
    SecondFactorService,
    PasskeysService,
    OpenidService,
    ApiKeysService,
    Throttle,
    Guesses,
    KnownDevicesService,
    Entrance,
    AccountNoticesService,
  ],
  exports: [SessionsService, ApiKeysService, Throttle],
})
export class AccountsModule {}
