import {
  Injectable,
  NotFoundException,
  type ArgumentMetadata,
  type PipeTransform,
} from '@nestjs/common';
import { z } from 'zod';
import { parse } from './schema.ts';

/** Checks each argument that names a schema; an address that cannot exist is "not found", not "invalid". */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    if (type === 'param' && !schema.safeParse(value).success) throw new NotFoundException();
    return parse(schema, value);
  }
}
