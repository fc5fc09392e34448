import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS, type ProblemCode } from '../problems/problems.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Components = NonNullable<OpenAPIObject['components']>;

/** Something of ours is broken: any route that reads what is kept may answer so. */
const OWN_FAULTS = ['file-damaged', 'store-unknown', 'store-refuses'] as const;
const SIGN_IN = ['sign-in', 'second-factor', 'enrol', 'new-password', 'sign-in-again'] as const;

/** What routes answer for the same reasons everywhere, by the name it has in `components.responses`. */
const COMMON = {
  Unreadable: { status: 400, codes: ['too-deep'], otherwise: 'Yêu cầu không đọc được.' },
  SignInNeeded: { status: 401, codes: SIGN_IN },
  Forbidden: { status: 403, codes: [], otherwise: 'Tài khoản hoặc khóa không có quyền này.' },
  NotFound: { status: 404, codes: [], otherwise: 'Không có, hoặc không phải của cơ quan này.' },
  TooLarge: { status: 413, codes: ['too-large'], otherwise: 'Dữ liệu gửi lên quá lớn.' },
  Unsupported: { status: 415, codes: [], otherwise: 'Kiểu dữ liệu không được hỗ trợ.' },
  Invalid: { status: 422, codes: ['invalid-input'] },
  TooMany: { status: 429, codes: ['too-many-tries'] },
} as const satisfies Record<
  string,
  { status: number; codes: readonly ProblemCode[]; otherwise?: string }
>;

type Common = keyof typeof COMMON;

/** For `components`: the shape of every problem and the answers that routes share. */
export const PROBLEM_COMPONENTS = {
  schemas: {
    Problem: {
      type: 'object',
      description: 'RFC 9457. `title` nói với người dùng, bằng tiếng Việt, cần làm gì tiếp.',
      required: ['type', 'title', 'status', 'requestId'],
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        requestId: { type: 'string' },
        errors: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'message'],
            properties: { path: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
  responses: {
    ...Object.fromEntries(
      Object.entries(COMMON).map(([name, { codes, ...common }]) => [
        name,
        answer(codes, 'otherwise' in common ? common.otherwise : undefined),
      ]),
    ),
    Failed: answer(OWN_FAULTS, 'Hệ thống tạm gián đoạn hoặc gặp lỗi.'),
  },
} satisfies Components;

/** Writes down what the operation may answer when it does not do what was asked. */
export function documentProblems(
  operation: Operation,
  named: readonly ProblemCode[],
  { isPublic }: { isPublic: boolean },
): void {
  const takesBody = operation.requestBody !== undefined;
  const places = (operation.parameters ?? []).map((each) => ('in' in each ? each.in : ''));
  const takesLink = (operation.parameters ?? []).some(
    (each) => 'name' in each && each.name === 'token',
  );
  const common: Common[] = [
    ...(takesBody ? (['Unreadable', 'TooLarge', 'Unsupported'] as const) : []),
    ...(takesBody || places.includes('query') ? (['Invalid'] as const) : []),
    ...(takesBody || places.includes('path') ? (['NotFound'] as const) : []), // bodies name things too
    ...(isPublic ? [] : (['SignInNeeded'] as const)),
    ...(isPublic && !takesBody ? [] : (['Forbidden'] as const)), // a page of another site posts nothing here
    ...(isPublic && !takesLink ? [] : (['TooMany'] as const)), // wrong keys and links are counted
  ];
  for (const name of common) {
    operation.responses[COMMON[name].status] = { $ref: `#/components/responses/${name}` };
  }
  for (const status of new Set(named.map((code) => PROBLEMS[code].status))) {
    const codes = named.filter((code) => PROBLEMS[code].status === status);
    const shared = common.map((name) => COMMON[name]).find((each) => each.status === status);
    const otherwise = shared && 'otherwise' in shared ? shared.otherwise : undefined;
    operation.responses[status] = answer([...(shared?.codes ?? []), ...codes], otherwise);
  }
  operation.responses['default'] = { $ref: '#/components/responses/Failed' };
}

function answer(codes: readonly ProblemCode[], otherwise?: string) {
  const types = [...new Set(codes)].toSorted();
  const sentences = types.map((code) => `\`${code}\`: ${PROBLEMS[code].sentence}`);
  const type = {
    type: 'string' as const,
    enum: [...types, ...(otherwise === undefined ? [] : ['about:blank'])],
  };
  return {
    description: [...sentences, ...(otherwise === undefined ? [] : [otherwise])].join('\n\n'),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object' as const, required: ['type'], properties: { type } },
          ],
        },
      },
    },
  };
}
