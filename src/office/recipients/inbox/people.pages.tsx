import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { PeoplePage } from '../../../../templates/office/recipients/inbox/people.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import type { Agency } from '../../directory/agency.entity.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { check, typedText, type FormErrors } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { NewPerson, Transfer } from './inbox.schemas.ts';
import { InboxService } from './inbox.service.ts';
import { PeopleService, type Opened } from './people.service.ts';

interface Typed {
  errors: FormErrors;
  values: Record<string, string>;
}

/** Who may open an agency's inbox: kept by the office's clerk, and by the agency's own people. */
@Controller()
@ApiExcludeController()
export class PeoplePages {
  constructor(
    private readonly people: PeopleService,
    private readonly inbox: InboxService,
  ) {}

  @Get('directory/agencies/:id/people')
  @Allow(['clerk'])
  async show(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    return this.view(by, await this.people.agency(by, id));
  }

  @Post('directory/agencies/:id/people')
  @Allow(['clerk'])
  async add(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.open(by, await this.people.agency(by, id), body, response);
  }

  @Post('directory/agencies/:id/people/:person/end')
  @Allow(['clerk'])
  async close(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('person', { schema: Id }) person: string,
    @Res() response: Response,
  ): Promise<void> {
    const agency = await this.people.agency(by, id);
    await this.people.close(by, agency.id, person);
    response.redirect(303, `/directory/agencies/${id}/people`);
  }

  @Post('directory/agencies/:id/people/:person/transfer')
  @Allow(['clerk'])
  async transfer(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Param('person', { schema: Id }) person: string,
    @Body({ schema: Transfer }) { to }: Transfer,
    @Res() response: Response,
  ): Promise<void> {
    await this.people.transfer(by, await this.people.agency(by, id), person, to);
    response.redirect(303, `/directory/agencies/${to}/people`);
  }

  @Get('inbox/people')
  @Allow(['recipient'])
  async colleagues(@By() by: Account): Promise<string> {
    return this.view(by, (await this.inbox.personOf(by)).agency);
  }

  @Post('inbox/people')
  @Allow(['recipient'])
  async addColleague(
    @By() by: Account,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.open(by, (await this.inbox.personOf(by)).agency, body, response);
  }

  @Post('inbox/people/:person/end')
  @Allow(['recipient'])
  async closeColleague(
    @By() by: Account,
    @Param('person', { schema: Id }) person: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.people.close(by, (await this.inbox.personOf(by)).agencyId, person);
    response.redirect(303, '/inbox/people');
  }

  /** The password is on this page alone, so it is not redirected to. */
  private async open(by: Account, agency: Agency, body: unknown, response: Response) {
    const { values, errors } = check(NewPerson, body);
    const wrong = (found: FormErrors) => {
      response.status(422);
      return this.view(by, agency, { typed: { errors: found, values: typedText(body) } });
    };
    if (errors) return wrong(errors);
    try {
      const opened = await this.people.add(by, agency.id, values);
      response.status(201).setHeader('Cache-Control', 'no-store');
      return await this.view(by, agency, { opened });
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      return wrong({ username: error.message });
    }
  }

  private async view(
    by: Account,
    agency: Agency,
    more: { typed?: Typed; opened?: Opened } = {},
  ): Promise<string> {
    const isOwn = by.roles.includes('recipient');
    const heirs = await this.people.heirs(agency);
    const base = isOwn ? '/inbox/people' : `/directory/agencies/${agency.id}/people`;
    return page(
      {
        title: `Người của ${agency.name}`,
        account: by,
        current: isOwn ? 'colleagues' : 'directory',
      },
      <PeoplePage
        {...{ agency, base, by, heirs, ...more }}
        people={await this.people.list(agency.id)}
      />,
    );
  }
}
