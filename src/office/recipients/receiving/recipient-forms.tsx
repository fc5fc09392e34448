import type { PersonalForm } from '../../../../templates/office/recipients/receiving/personal-props.ts';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { PersonalPage } from '../../../../templates/office/recipients/receiving/personal.tsx';
import type { Account } from '../../accounts/account.entity.ts';
import { reference } from '../../dispatches/number-words.ts';
import { AnswerRecall } from '../recalls/recall.schemas.ts';
import { typedText } from '../../../platform/web/form.ts';
import { page } from '../../../platform/web/page.tsx';
import { submit } from '../../../platform/web/submit.ts';
import { presence } from '../../journal/person.ts';
import { AcknowledgementsService } from './acknowledgements.service.ts';
import { evidenceFrom } from './evidence-upload.ts';
import { Acknowledge, Refuse, Report } from './receiving.schemas.ts';
import { ReceiptsService } from './receipts.service.ts';
import type { RecipientAccess } from './read-facts.ts';
import { ReceivingService } from './receiving.service.ts';
import type { RecipientFacts } from './recipient-facts.ts';

/** From where a recipient looks at its dispatch: behind the link, or signed in. */
export interface RecipientActor {
  holder: RecipientAccess;
  /** Where its page is: `/a/TOKEN`, `/inbox/ID`. */
  base: string;
  /** Who is signed in says so by name and post. */
  account?: Account;
}

/** The page of one recipient and what it is asked there. */
@Injectable()
export class RecipientForms {
  constructor(
    private readonly receiving: ReceivingService,
    private readonly acknowledgements: AcknowledgementsService,
    private readonly receipts: ReceiptsService,
  ) {}

  acknowledge(
    seat: RecipientActor,
    body: unknown,
    response: Response,
  ): Promise<string | undefined> {
    return this.act(seat, 'acknowledge', Acknowledge, body, response, (input) =>
      this.acknowledgements.acknowledge({
        holder: seat.holder,
        how: howOf(seat),
        input,
        presence: presence(input),
      }),
    );
  }

  refuse(seat: RecipientActor, body: unknown, response: Response): Promise<string | undefined> {
    return this.act(seat, 'refuse', Refuse, body, response, (input) =>
      this.receiving.refuse(seat.holder, howOf(seat), input),
    );
  }

  report(
    seat: RecipientActor,
    body: unknown,
    response: Response,
    upload: { buffer: Buffer } | undefined,
  ): Promise<string | undefined> {
    return this.act(seat, 'report', Report, body, response, (input) =>
      this.receiving.report(seat.holder, howOf(seat), input, evidenceFrom(upload)),
    );
  }

  answerRecall(
    seat: RecipientActor,
    body: unknown,
    response: Response,
  ): Promise<string | undefined> {
    return this.act(seat, 'recall', AnswerRecall, body, response, (input) =>
      this.receiving.answerRecall(seat.holder, howOf(seat), input),
    );
  }

  view(
    { base, account }: RecipientActor,
    response: Response,
    facts: RecipientFacts,
    typed?: PersonalForm,
  ): string {
    response.setHeader('Cache-Control', 'no-store').setHeader('Referrer-Policy', 'no-referrer');
    return page(
      { title: reference(facts.recipient.dispatch), account, current: account && 'inbox' },
      <PersonalPage
        {...{ facts, base, typed }}
        person={account && personOf(account)}
        hasReceipts={this.receipts.areSigned}
      />,
    );
  }

  private act<S extends z.ZodType>(
    seat: RecipientActor,
    form: PersonalForm['form'],
    schema: S,
    body: unknown,
    response: Response,
    act: (input: z.output<S>) => Promise<unknown>,
  ): Promise<string | undefined> {
    const { holder, base, account } = seat;
    return submit(response, {
      schema,
      body: account ? { ...(body as object), ...personOf(account) } : body,
      act,
      next: base,
      again: async (errors) => {
        const facts = await this.receiving.open(holder);
        return this.view(seat, response, facts, { form, errors, values: typedText(body) });
      },
    });
  }
}

const howOf = ({ account }: RecipientActor) => (account ? 'account' : 'link');

export const personOf = ({ fullName: name, post }: Account) => ({ name, post });
