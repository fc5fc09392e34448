import { Controller, HttpCode, Post, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, By, Scoped } from '../../../accounts/access.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { Returns } from '../../../../platform/web/returns.ts';
import { Upload } from '../../../../platform/web/upload.ts';
import { ImportService, MAX_FILE_BYTES } from './import.service.ts';
import { Refuses } from '../../../../platform/web/refuses.ts';
import { UPLOAD_PROBLEMS } from '../../../../platform/problems/problems.ts';

const ImportedView = z
  .object({
    draft: z.record(z.string(), z.unknown()).meta({ description: 'Các mục như DraftDispatch' }),
    found: z.array(z.string()).meta({ description: 'Phần nhận ra được' }),
    left: z.array(z.string()).meta({ description: 'Phần không có chỗ trong dự thảo, và vì sao' }),
    dropped: z.array(z.string()).meta({ description: 'Định dạng không giữ, ví dụ 3 cỡ chữ' }),
  })
  .meta({ id: 'ImportedDraft' });

@Controller('api/documents/import')
@ApiTags('dispatches')
@Allow(['drafter', 'clerk'])
@Scoped('draft')
export class ImportController {
  constructor(private readonly importing: ImportService) {}

  /** A .docx as what the form would have; nothing is stored. */
  @Post()
  @HttpCode(200)
  @Upload('file', MAX_FILE_BYTES)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Returns(ImportedView)
  @Refuses('classified', ...UPLOAD_PROBLEMS)
  read(@By() by: Account, @UploadedFile() file?: { buffer: Buffer }) {
    return this.importing.read(by, file?.buffer);
  }
}
