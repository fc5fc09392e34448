import { Module } from '@nestjs/common';
import { RenderThread } from './render-thread.ts';

@Module({ providers: [RenderThread], exports: [RenderThread] })
export class DocumentsModule {}
