import type { Request } from 'express';

/** Who knocks, as far as HTTP tells. */
export interface Visitor {
  address: string;
  device: string;
}

export function visitorOf(request: Request): Visitor {
  return {
    address: request.ip ?? '',
    device: (request.get('user-agent') ?? '').slice(0, 300),
  };
}
