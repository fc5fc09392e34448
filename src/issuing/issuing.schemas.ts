import { z } from 'zod';
import { DispatchSummary } from '../dispatches/dispatch.schemas.ts';

export const IssueDispatch = z
  .object({
    withoutAddress: z
      .union([z.boolean(), z.stringbool()])
      .default(false)
      .meta({ description: 'Đã biết có nơi nhận chưa có địa chỉ thư, vẫn phát hành' }),
  })
  .default({ withoutAddress: false })
  .meta({ id: 'IssueDispatch' });
export type IssueDispatch = z.infer<typeof IssueDispatch>;

export const IssuedView = DispatchSummary.meta({ id: 'IssuedDispatch' });
