import { resolve } from 'node:path';
import { sampleDirectory } from './sample/sample-directory.ts';
import { sampleSignIns } from './sample/sample-office.ts';
import { withoutBlanks } from '../platform/config/without-blanks.ts';
import { inWords } from '../platform/config/in-words.ts';
import { startSystem } from './system.ts';

const env = withoutBlanks(process.env);
const dataDir = resolve(env.DATA_DIR ?? 'data');
const stopping = new Promise<void>((stop) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
});

try {
  const system = await startSystem({ dataDir, directory: sampleDirectory(), env });
  const { publicUrl } = system.config;
  console.log(
    [
      '',
      `  Nơi Nhận đang chạy: ${publicUrl}`,
      ...(system.mailbox
        ? [`  Hộp thư thử nghiệm:  ${publicUrl}/mailbox  (SMTP ${system.mailbox.url})`]
        : []),
      `  Tài liệu API:        ${publicUrl}/api/docs`,
      '',
      ...sampleSignIns(),
      '',
      `  Dữ liệu ở ${dataDir}. Dừng: Ctrl-C.`,
      '',
    ].join('\n'),
  );
  await stopping;
  console.log('  Đang dừng…');
  await system.stop();
} catch (error) {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  console.error(
    code === 'EADDRINUSE'
      ? `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác: PORT=3001 npm start`
      : inWords(error),
  );
  process.exitCode = 1;
}
