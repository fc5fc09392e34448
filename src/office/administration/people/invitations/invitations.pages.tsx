import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { InvitationPage } from '../../../../../templates/office/administration/people/invitation.tsx';
import { NewPassword } from '../../../accounts/account.schemas.ts';
import type { FormErrors } from '../../../../platform/web/form.ts';
import { page } from '../../../../platform/web/page.tsx';
import { Public } from '../../../../platform/web/public.ts';
import { submit } from '../../../../platform/web/submit.ts';
import { InvitationsService } from './invitations.service.ts';

/** The link in an invitation. Opening it changes nothing: scanners of mail open links. */
@Controller('invitation/:token')
@ApiExcludeController()
@Public()
export class InvitationsPages {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  show(@Param('token') token: string): Promise<string> {
    return this.view(token);
  }

  @Post()
  accept(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    return submit(response, {
      schema: NewPassword,
      body,
      act: ({ next }) => this.invitations.accept(token, next),
      next: '/signin',
      again: (errors) => this.view(token, errors),
    });
  }

  private async view(token: string, errors: FormErrors = {}): Promise<string> {
    const { fullName, username, office } = await this.invitations.person(token);
    return page(
      { title: 'Đặt mật khẩu' },
      <InvitationPage {...{ token, fullName, username, errors }} officeName={office.name} />,
    );
  }
}
