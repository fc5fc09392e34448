import { Module } from '@nestjs/common';
import { DeliveryModule } from '../../delivery/delivery.module.ts';
import { SigningModule } from '../../signing-keys/signing.module.ts';
import { AcknowledgementsService } from './acknowledgements.service.ts';
import { DeskPages } from './recipient-desk.pages.tsx';
import { RecipientDeskService } from './recipient-desk.service.ts';
import { ReceiptsService } from './receipts.service.ts';
import { ReceivingController } from './receiving.controller.ts';
import { ReceivingPages } from './receiving.pages.ts';
import { ReceivingService } from './receiving.service.ts';
import { RecipientForms } from './recipient-forms.tsx';

@Module({
  imports: [SigningModule, DeliveryModule],
  controllers: [ReceivingController, ReceivingPages, DeskPages],
  providers: [
    ReceivingService,
    AcknowledgementsService,
    RecipientDeskService,
    ReceiptsService,
    RecipientForms,
  ],
  exports: [ReceivingService, AcknowledgementsService, ReceiptsService, RecipientForms],
})
export class ReceivingModule {}
