import { Controller, Get, HttpCode, Post, UploadedFile, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageCheckPage } from '../../../../templates/office/verifying/page-check.tsx';
import { By } from '../../accounts/access.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { page } from '../../../platform/web/page.tsx';
import { Upload } from '../../../platform/web/upload.ts';
import { PageCheckFilter } from './page-check.filter.tsx';
import { MOST_BYTES, PageCheckService, type SentFile } from './page-check.service.ts';

/** Kiểm tra thể thức of any PDF, for people of the office. */
@Controller('page-check')
@ApiExcludeController()
export class PageCheckPages {
  constructor(private readonly checking: PageCheckService) {}

  @Get()
  form(@By() by: Account): string {
    return page(
      { title: 'Kiểm tra thể thức', account: by, current: 'page-check' },
      <PageCheckPage />,
    );
  }

  @Post()
  @HttpCode(200)
  @Upload('file', MOST_BYTES)
  @UseFilters(PageCheckFilter)
  async check(@By() by: Account, @UploadedFile() file?: SentFile): Promise<string> {
    const checked = await this.checking.check(file);
    return page(
      { title: 'Kết quả kiểm tra thể thức', account: by, current: 'page-check' },
      <PageCheckPage checked={checked} />,
    );
  }
}
