import { SetMetadata } from '@nestjs/common';
import type { ProblemCode } from '../problems/problems.ts';

export const REFUSALS = 'refusals';

/** The problems a route of the API may answer with beside those of every route; shown in OpenAPI. */
export const Refuses = (...codes: ProblemCode[]) => SetMetadata(REFUSALS, codes);
