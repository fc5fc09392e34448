import type { Verified } from './verified.ts';
import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Res,
  UploadedFile,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { UnknownCode } from '../../../templates/office/verifying/unknown-code.tsx';
import { VerifyPage } from '../../../templates/office/verifying/verify.tsx';
import { page } from '../../platform/web/page.tsx';
import { Public } from '../../platform/web/public.ts';
import { Upload } from '../../platform/web/upload.ts';
import { type MulterFile, MOST_BYTES, readUpload } from './upload.ts';
import { UploadFilter } from './upload.filter.tsx';
import { UploadLimitGuard } from './upload-limit.guard.ts';
import { VerifyingService } from './verifying.service.ts';

/** Anybody may ask whether a file is genuine; the file is read, answered for and forgotten. */
@Controller('verify')
@ApiExcludeController()
@Public()
export class VerifyPages {
  constructor(private readonly verifying: VerifyingService) {}

  @Get()
  form(): string {
    return page({ title: 'Kiểm tra văn bản' }, <VerifyPage action="/verify" />);
  }

  @Post()
  @HttpCode(200)
  @UseGuards(UploadLimitGuard)
  @Upload('file', MOST_BYTES)
  @UseFilters(UploadFilter)
  async verify(
    @UploadedFile() file: MulterFile | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    keepPrivate(response);
    const verified = await this.verifying.verify(readUpload(file));
    return page({ title: 'Kết quả kiểm tra' }, <VerifyPage action="/verify" verified={verified} />);
  }

  /** Where the QR code on a page leads. */
  @Get(':code')
  async about(
    @Param('code') code: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.show(code, response);
  }

  @Post(':code')
  @HttpCode(200)
  @UseGuards(UploadLimitGuard)
  @Upload('file', MOST_BYTES)
  @UseFilters(UploadFilter)
  async compare(
    @Param('code') code: string,
    @UploadedFile() file: MulterFile | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const known = await this.verifying.known(code);
    const verified = known && (await this.verifying.verify(readUpload(file), known));
    return this.show(code, response, verified);
  }

  private async show(code: string, response: Response, verified?: Verified): Promise<string> {
    keepPrivate(response);
    const known = await this.verifying.known(code);
    if (!known) {
      response.status(404);
      return page({ title: 'Mã không đúng' }, <UnknownCode />);
    }
    return page(
      { title: 'Kiểm tra văn bản' },
      <VerifyPage action={`/verify/${code}`} {...{ known, verified }} />,
    );
  }
}

/** Whoever has the address sees the dispatch: it stays out of caches, search engines and other sites' logs. */
function keepPrivate(response: Response): void {
  response
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Referrer-Policy', 'no-referrer')
    .setHeader('X-Robots-Tag', 'noindex');
}
