import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** Serialises the response by the schema (nothing else gets out) and documents it. */
export const Returns = (schema: z.ZodType, status = 200) => {
  // Nest serialises a list item by item.
  const item = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema;
  return applyDecorators(
    SerializeOptions({ schema: item }),
    ApiResponse({ status, standardSchema: schema }),
  );
};
