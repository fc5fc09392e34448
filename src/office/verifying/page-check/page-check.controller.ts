import { Controller, HttpCode, Post, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Scoped } from '../../accounts/access.ts';
import { PDF_PROBLEMS, UPLOAD_PROBLEMS } from '../../../platform/problems/problems.ts';
import { Refuses } from '../../../platform/web/refuses.ts';
import { Returns } from '../../../platform/web/returns.ts';
import { Upload } from '../../../platform/web/upload.ts';
import { MOST_BYTES, PageCheckService, type SentFile } from './page-check.service.ts';
import { PageCheckView } from './page-check.schemas.ts';

@Controller('api/page-check')
@ApiTags('documents')
@Scoped('read')
export class PageCheckController {
  constructor(private readonly checking: PageCheckService) {}

  /** Kiểm tra thể thức of a PDF, ours or not, against Decree 30/2020/NĐ-CP; nothing of it is kept. */
  @Post()
  @HttpCode(200)
  @Upload('file', MOST_BYTES)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Returns(PageCheckView)
  @Refuses('classified', ...PDF_PROBLEMS, ...UPLOAD_PROBLEMS)
  check(@UploadedFile() file?: SentFile) {
    return this.checking.check(file);
  }
}
