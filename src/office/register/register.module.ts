import { Module } from '@nestjs/common';
import { RegisterExportService } from './register-export.service.ts';
import { RegisterController } from './register.controller.ts';
import { RegisterPages } from './register.pages.tsx';
import { RegisterService } from './register.service.ts';

@Module({
  controllers: [RegisterController, RegisterPages],
  providers: [RegisterService, RegisterExportService],
})
export class RegisterModule {}
