import { HttpException } from '@nestjs/common';
import { PROBLEMS, type ProblemCode } from '../problems/problems.ts';

/** Where a browser is led. */
const PAGES = {
  'sign-in': '/signin',
  'wrong-sign-in': '/signin',
  'second-factor': '/signin/second-factor',
  enrol: '/account/totp',
  'new-password': '/account/new-password',
  'sign-in-again': '/signin',
} as const satisfies Partial<Record<ProblemCode, string>>;

/** What is missing before the person may go on: programs are told, browsers are led there. */
export class SignInNeeded extends HttpException {
  readonly page: string;

  constructor(readonly step: keyof typeof PAGES) {
    super(PROBLEMS[step].sentence, PROBLEMS[step].status);
    this.page = PAGES[step];
  }
}
