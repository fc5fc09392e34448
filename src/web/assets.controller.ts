import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from './public.ts';
import { assets } from './assets.ts';

@Controller('assets')
@ApiExcludeController()
@Public()
export class AssetsController {
  @Get(':version/:name')
  show(@Param('name') name: string, @Res() response: Response): void {
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (!asset) throw new NotFoundException();
    response
      .type(asset.mediaType)
      .setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      .send(asset.bytes);
  }
}
