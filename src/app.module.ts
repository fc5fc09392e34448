import { Module, StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AgenciesModule } from './agencies/agencies.module.ts';
import { AccountsModule } from './accounts/accounts.module.ts';
import { SignedInGuard } from './accounts/signed-in.guard.ts';
import type { Config } from './config.ts';
import { CoreModule } from './core.module.ts';
import { DeliveryWebModule } from './delivery/delivery.module.ts';
import { DeskModule } from './desk/desk.module.ts';
import { DirectoryModule } from './directory/directory.module.ts';
import { DraftingModule } from './drafting/drafting.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { HolidaysModule } from './holidays/holidays.module.ts';
import { HistoryModule } from './history/history.module.ts';
import { InboxModule } from './inbox/inbox.module.ts';
import { IssuingModule } from './issuing/issuing.module.ts';
import { MandatesModule } from './mandates/mandates.module.ts';
import { RecallingModule } from './recalling/recalling.module.ts';
import { ReceivingModule } from './receiving/receiving.module.ts';
import { RegisterModule } from './register/register.module.ts';
import { RemindingModule } from './reminding/reminding.module.ts';
import { CertificateNoticesInterceptor } from './signing/office/certificate-notices.interceptor.ts';
import { SigningModule } from './signing/office/signing.module.ts';
import { ObservingWebModule } from './observing/observing.module.ts';
import { TrackingModule } from './tracking/tracking.module.ts';
import { VerifyingModule } from './verifying/verifying.module.ts';
import { AssetsController } from './web/assets.controller.ts';
import { LinkThrottleInterceptor } from './web/link-throttle.interceptor.ts';
import { ProblemFilter } from './web/problem.filter.tsx';
import { SameOriginGuard } from './web/same-origin.guard.ts';
import { SchemaPipe } from './web/schema.pipe.ts';

const ROOMS = [
  HistoryModule,
  HolidaysModule,
  AgenciesModule,
  AccountsModule,
  MandatesModule,
  DirectoryModule,
  DraftingModule,
  SigningModule,
  VerifyingModule,
  DeliveryWebModule,
  RecallingModule,
  ReceivingModule,
  InboxModule,
  IssuingModule,
  TrackingModule,
  EvidenceModule,
  RegisterModule,
  RemindingModule,
  DeskModule,
  ObservingWebModule,
];

/** A web process. */
@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.for(config), ...ROOMS],
      controllers: [AssetsController],
      providers: [
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_PIPE, useClass: SchemaPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: LinkThrottleInterceptor },
        { provide: APP_INTERCEPTOR, useClass: CertificateNoticesInterceptor },
      ],
    };
  }
}
