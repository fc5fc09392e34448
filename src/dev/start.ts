import { resolve } from 'node:path';
import { withoutBlanks } from '../platform/config/without-blanks.ts';
import { inWords } from '../platform/config/in-words.ts';
import { sampleAsked } from './sample-asked.ts';
import { openSamples } from './sample/open-samples.ts';
import { sampleSignIns } from './sample/sample-office.ts';
import { folderOf, SAMPLES } from './sample/samples.ts';
import { startSystem } from './system.ts';

const asked = sampleAsked();
const env = withoutBlanks(process.env);
const dataDir = resolve(env.DATA_DIR ?? folderOf(asked ?? SAMPLES[0]));
const stopping = new Promise<void>((stop) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
});

try {
  const system = await startSystem({ dataDir, sample: asked, env });
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
      ...openSamples(system.sample, env),
      ...(system.sample ? ['', ...sampleSignIns(system.sample)] : []),
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
