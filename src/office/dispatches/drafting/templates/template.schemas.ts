import { z } from 'zod';
import { line } from '../../../../platform/web/schema.ts';

const name = line(120).meta({ description: 'Tên mẫu', example: 'Giấy mời họp giao ban' });

export const NewTemplate = z
  .object({ name, from: z.uuid().meta({ description: 'Văn bản lấy làm mẫu' }) })
  .meta({ id: 'NewTemplate' });
export type NewTemplate = z.infer<typeof NewTemplate>;

export const TemplateName = z.object({ name }).meta({ id: 'TemplateName' });
export type TemplateName = z.infer<typeof TemplateName>;

export const TemplateView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    draft: z.record(z.string(), z.unknown()).meta({
      description: 'Các mục như DraftDispatch, dạng chữ của biểu mẫu',
    }),
  })
  .meta({ id: 'Template' });
