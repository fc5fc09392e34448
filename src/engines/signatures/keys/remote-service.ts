import { z } from 'zod';
import { boundedBody } from '../../../platform/files/bounded-body.ts';
import { SigningError } from '../signing-error.ts';

export interface RemoteService {
  /** Base address of the API: `https://…/csc/v2`. */
  url: string;
  credential: string;
  /** Access token of the service, fetched anew for each call. */
  accessToken: () => Promise<string>;
  /** PIN or one-time password for a credential that asks for one. */
  pin?: () => Promise<string>;
  timeoutMilliseconds?: number;
}

const TIMEOUT = 60_000;
const LARGEST_ANSWER = 1_000_000;

export async function call<Answer>(
  service: RemoteService,
  method: string,
  body: object,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const { url, accessToken, timeoutMilliseconds = TIMEOUT } = service;
  const authorization = `Bearer ${await accessToken()}`;
  const response = await fetch(`${url}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMilliseconds),
  }).catch((cause: unknown) => {
    throw new SigningError(
      'signing-service-unavailable',
      'Dịch vụ ký số từ xa chưa trả lời. Hãy thử ký lại sau ít phút; văn bản vẫn được giữ nguyên.',
      { cause },
    );
  });
  const answer = schema.safeParse(
    await boundedBody(response, LARGEST_ANSWER)
      .then((body) => JSON.parse(body.toString()) as unknown)
      .catch(() => undefined),
  );
  if (response.ok && answer.success) return answer.data;
  // Neither account nor PIN is to blame for these (RFC 9110, 15.6; RFC 6585, 4).
  if (response.status >= 500 || response.status === 429) {
    throw new SigningError(
      'signing-service-unavailable',
      `Dịch vụ ký số từ xa đang trục trặc hoặc quá tải (${method}, HTTP ${response.status}). Hãy thử ký lại sau ít phút; văn bản vẫn được giữ nguyên.`,
    );
  }
  throw new SigningError(
    'signing-service-refused',
    `Dịch vụ ký số từ xa từ chối yêu cầu (${method}, HTTP ${response.status}). Hãy kiểm tra tài khoản ký số và mã PIN.`,
  );
}
