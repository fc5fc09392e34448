import { BadRequestException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** No body of ours goes deeper than six; what walks through one calls itself at each level. */
const DEEPEST = 32;

/** `JSON.parse` reads any depth; whatever looks at the result afterwards runs out of stack. */
export function refuseDeepBodies(request: Request, _response: Response, next: NextFunction): void {
  next(isDeeper(request.body, DEEPEST) ? new TooDeep() : undefined);
}

export class TooDeep extends BadRequestException {
  constructor() {
    super(
      `Dữ liệu gửi lên lồng nhau quá ${DEEPEST} lớp nên không đọc. Xem lại cấu trúc ở /api/docs.`,
    );
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Level by level, since the levels may be too many to go down into. */
function isDeeper(body: unknown, most: number): boolean {
  let level = [body].filter(isNested);
  for (let depth = 0; depth < most && level.length > 0; depth += 1) {
    level = level.flatMap((value) => Object.values(value).filter(isNested));
  }
  return level.length > 0;
}
