import { Module } from '@nestjs/common';
import { PreviewController } from './preview.controller.ts';
import { RenderThread } from './render-thread.ts';

@Module({ providers: [RenderThread], exports: [RenderThread] })
export class DocumentsModule {}

/** For web processes. */
@Module({ imports: [DocumentsModule], controllers: [PreviewController] })
export class PreviewModule {}
