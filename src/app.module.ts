import { Module, StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AgenciesModule } from './office/directory/over-time/agencies.module.ts';
import { AccountsModule } from './office/accounts/accounts.module.ts';
import { SignedInGuard } from './office/accounts/signed-in.guard.ts';
import type { Config } from './platform/config/config.ts';
import { CoreModule } from './database/core.module.ts';
import { PeopleModule } from './office/administration/people/people.module.ts';
import { DeliveryWebModule } from './office/delivery/delivery.module.ts';
import { DeskModule } from './office/follow-up/desk/desk.module.ts';
import { DirectoryModule } from './office/directory/directory.module.ts';
import { DraftingModule } from './office/dispatches/drafting/drafting.module.ts';
import { EvidenceModule } from './office/follow-up/evidence/evidence.module.ts';
import { HolidaysModule } from './office/calendar/holidays.module.ts';
import { HistoryModule } from './office/follow-up/history/history.module.ts';
import { InboxModule } from './office/recipients/inbox/inbox.module.ts';
import { IssuingModule } from './office/issuing/issuing.module.ts';
import { MandatesModule } from './office/mandates/mandates.module.ts';
import { RecallingModule } from './office/recipients/recalls/recalling.module.ts';
import { ReceivingModule } from './office/recipients/receiving/receiving.module.ts';
import { RegisterModule } from './office/register/register.module.ts';
import { RemindingModule } from './office/follow-up/reminders/reminding.module.ts';
import { CertificateNoticesInterceptor } from './office/signing-keys/certificate-notices.interceptor.ts';
import { SigningModule } from './office/signing-keys/signing.module.ts';
import { OfficeModule } from './office/administration/office/office.module.ts';
import { PersonalDataModule } from './office/administration/personal-data/personal-data.module.ts';
import { OpeningModule } from './ops/opening/opening.module.ts';
import { ObservingWebModule } from './ops/health/observing.module.ts';
import { TrackingModule } from './office/follow-up/progress/tracking.module.ts';
import { VerifyingModule } from './office/verifying/verifying.module.ts';
import { AssetsController } from './platform/web/assets.controller.ts';
import { LinkThrottleInterceptor } from './platform/web/link-throttle.interceptor.ts';
import { ProblemFilter } from './platform/web/problem.filter.tsx';
import { SameOriginGuard } from './platform/web/same-origin.guard.ts';
import { SchemaPipe } from './platform/web/schema.pipe.ts';

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
  OfficeModule,
  PeopleModule,
  PersonalDataModule,
  OpeningModule,
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
