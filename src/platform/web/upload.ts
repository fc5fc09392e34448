import {
  applyDecorators,
  Injectable,
  Logger,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { Config } from '../config/config.ts';
import { LimitInWords } from './limit-in-words.ts';
import { RuleViolation } from '../problems/rule-violation.ts';
import { scan } from './virus-scan.ts';

/** Lets ClamAV look at the file, where the office has one; what it cannot look at does not come in. */
@Injectable()
class VirusScanInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Upload');

  constructor(private readonly config: Config) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { file } = context.switchToHttp().getRequest<Request & { file?: { buffer: Buffer } }>();
    if (file && this.config.clamavUrl) await this.requireClean(this.config.clamavUrl, file.buffer);
    return next.handle();
  }

  private async requireClean(clamavUrl: string, bytes: Buffer): Promise<void> {
    const result = await scan(clamavUrl, bytes).catch((error: Error) => {
      this.logger.error(error.message);
      throw new RuleViolation('not-scanned');
    });
    if ('clean' in result) return;
    if ('unscannable' in result) {
      this.logger.warn(`not scanned: ${result.unscannable}, ${bytes.length} bytes`);
      throw unscannable(result.unscannable, bytes.length);
    }
    this.logger.warn(`refused a file with ${result.virus}`);
    throw new RuleViolation('virus');
  }
}

/** Trying again would not help: the same file meets the same limit. */
function unscannable(why: 'too-large' | 'encrypted', length: number): RuleViolation {
  if (why === 'encrypted') {
    return new RuleViolation('encrypted-file');
  }
  const size = (length / 1e6).toLocaleString('vi-VN', { maximumFractionDigits: 1 });
  return new RuleViolation(
    'larger-than-scanner',
    `Tệp (${size} MB) vượt giới hạn của bộ quét mã độc nên không được nhận; thử lại cũng không được. ` +
      'Gửi tệp nhỏ hơn, hoặc báo quản trị viên tăng StreamMaxLength, MaxFileSize, MaxScanSize trong clamd.conf.',
  );
}

/**
 * The one way in for files: a single one in `field`, in memory, bounded, looked at for viruses. Its
 * name and the type a browser claims count for nothing; whoever takes it looks at its content.
 */
export const Upload = (field: string, maxBytes: number, maxFieldBytes = 10_000) =>
  applyDecorators(
    UseInterceptors(
      new LimitInWords(maxBytes),
      FileInterceptor(field, {
        limits: { fileSize: maxBytes, files: 1, fields: 30, fieldSize: maxFieldBytes },
      }),
      VirusScanInterceptor,
    ),
  );

/** Text in UTF-8, or a refusal that says what to do. */
export function textOf(bytes: Buffer): string {
  const isText = !bytes.includes(0);
  try {
    if (isText) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // refused below, like anything else that is no text
  }
  throw new RuleViolation('not-text');
}
