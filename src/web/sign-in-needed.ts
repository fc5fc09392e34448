import { HttpException } from '@nestjs/common';

const STEPS = {
  'sign-in': { status: 401, page: '/signin', title: 'Hãy đăng nhập để tiếp tục.' },
  'second-factor': {
    status: 401,
    page: '/signin/second-factor',
    title: 'Hãy nhập mã xác thực hai lớp để tiếp tục.',
  },
  enrol: {
    status: 401,
    page: '/account/totp',
    title: 'Vai trò của bạn phải bật xác thực hai lớp trước khi làm việc. Bật trên trang web.',
  },
  'sign-in-again': {
    status: 401,
    page: '/signin',
    title: 'Việc này liên quan đến an toàn tài khoản: hãy đăng nhập lại để tiếp tục.',
  },
};

/** What is missing before the person may go on: programs are told, browsers are led there. */
export class SignInNeeded extends HttpException {
  readonly page: string;

  constructor(readonly step: keyof typeof STEPS) {
    super(STEPS[step].title, STEPS[step].status);
    this.page = STEPS[step].page;
  }
}
