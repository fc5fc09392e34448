import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { PersonForm } from '../../../../templates/office/administration/people/form.tsx';
import { PeopleList } from '../../../../templates/office/administration/people/index.tsx';
import { Allow, By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { check, formErrors, typedText, type FormErrors } from '../../../platform/web/form.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { page } from '../../../platform/web/page.tsx';
import { Id } from '../../../platform/web/schema.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { PAGE_SIZE, PeopleService, type Opened } from './people.service.ts';
import { ChangePerson, OpenPerson, PeopleQuery, ResetSignIn } from './person.schemas.ts';
import { typedPerson, type PersonValues } from './person-form.ts';

interface Shown {
  person?: Account;
  values: PersonValues;
  errors?: FormErrors;
  opened?: Opened;
}

/** Who is of the office: opened, changed and let in anew by its administrators. */
@Controller('people')
@ApiExcludeController()
@Allow(['administrator'])
export class PeoplePages {
  constructor(private readonly people: PeopleService) {}

  @Get()
  async index(
    @By() by: Account,
    @Query({ schema: PeopleQuery }) query: PeopleQuery,
  ): Promise<string> {
    const found = await this.people.list(by, query);
    return page(
      { title: 'Người của cơ quan', account: by, current: 'people' },
      <PeopleList
        {...found}
        waiting={await this.people.waiting(by)}
        filter={query}
        pageSize={PAGE_SIZE}
      />,
    );
  }

  @Get('new')
  new(@By() by: Account): Promise<string> {
    return this.form(by, { values: typedPerson({ way: 'invitation' }) });
  }

  @Post()
  open(
    @By() by: Account,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.answer(by, response, { values: typedPerson(body) }, async () => {
      const { values, errors } = check(OpenPerson, body);
      if (errors) return { errors };
      const opened = await this.people.open(by, values);
      return { person: opened.person, opened };
    });
  }

  @Get(':id')
  async show(@By() by: Account, @Param('id', { schema: Id }) id: string): Promise<string> {
    const person = await this.people.find(by, id);
    return this.form(by, { person, values: typedPerson(person) });
  }

  @Post(':id')
  async change(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const person = await this.people.find(by, id);
    let isDone = false;
    const again = await this.answer(
      by,
      response,
      { person, values: typedPerson(body) },
      async () => {
        const { values, errors } = check(ChangePerson, body);
        if (errors) return { errors };
        await this.people.change(by, id, values);
        isDone = true;
        return {};
      },
    );
    if (!isDone) return again;
    response.redirect(303, `/people/${id}`);
    return undefined;
  }

  @Post(':id/sign-in-reset')
  async reset(
    @By() by: Account,
    @Param('id', { schema: Id }) id: string,
    @Body() body: Record<string, unknown> = {},
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const person = await this.people.find(by, id);
    return this.answer(by, response, { person, values: typedPerson(person) }, async () => {
      const { values, errors } = check(ResetSignIn, typedText(body));
      return errors ? { errors } : { opened: await this.people.resetSignIn(by, id, values) };
    });
  }

  /** A password is on this page alone, so it is not redirected to. */
  private async answer(
    by: Account,
    response: Response,
    shown: Shown,
    act: () => Promise<Partial<Shown>>,
  ): Promise<string> {
    const done: Partial<Shown> = await act().catch((error: unknown) => {
      if (error instanceof InvalidInput) return { errors: formErrors(error) };
      if (error instanceof RuleViolation) return { errors: { form: error.message } };
      throw error;
    });
    if (done.errors) response.status(422);
    response.setHeader('Cache-Control', 'no-store');
    const values = done.opened ? typedPerson(done.opened.person) : shown.values;
    return this.form(by, { ...shown, ...done, values });
  }

  private async form(by: Account, shown: Shown): Promise<string> {
    const { person } = shown;
    return page(
      { title: person?.fullName ?? 'Mở tài khoản', account: by, current: 'people' },
      <PersonForm {...shown} units={await this.people.units(by)} isSelf={person?.id === by.id} />,
    );
  }
}
