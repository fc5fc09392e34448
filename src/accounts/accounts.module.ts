import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity.ts';
import { Session } from './session.entity.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsPages } from './sessions.pages.tsx';
import { SessionsService } from './sessions.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Account, Session])],
  controllers: [SessionsController, SessionsPages],
  providers: [SessionsService],
  exports: [SessionsService],
})
export class AccountsModule {}
