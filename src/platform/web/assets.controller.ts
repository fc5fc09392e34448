import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from './public.ts';
import { assets, encoded, ENCODINGS } from './assets.ts';

@Controller('assets')
@ApiExcludeController()
@Public()
export class AssetsController {
  @Get(':version/:name')
  show(@Param('name') name: string, @Req() request: Request, @Res() response: Response): void {
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!asset) throw new NotFoundException();
    const encoding = ENCODINGS.find((one) => request.acceptsEncodings(one));
    if (encoding) response.setHeader('Content-Encoding', encoding);
    response
      .type(asset.mediaType)
      .vary('Accept-Encoding')
      .setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      .send(encoding ? encoded(asset, encoding) : asset.bytes);
  }
}
