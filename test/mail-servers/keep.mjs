import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Names each mail that came back by its server and cause, and notes the server's version. */
const [server, work, target] = process.argv.slice(2);
const debs = readdirSync(`${work}/debs`);
const version = debs
  .map((deb) =>
    execFileSync('dpkg-deb', ['-W', `${work}/debs/${deb}`], { encoding: 'utf8' }).trim(),
  )
  .map((line) => line.split('\t'))
  .find(([name]) => name.startsWith(server))[1];
const LOCAL = { 'khong-co': 'local', 'chuyen-tiep': 'forward', rieng: 'forward' };

for (const file of readdirSync(`${work}/out`)) {
  const raw = readFileSync(`${work}/out/${file}`, 'latin1');
  const local = /\b(khong-co|chuyen-tiep|rieng)@/.exec(raw)?.[1];
  const cause = local ? LOCAL[local] : /\btb-01@(\w+)\.example/.exec(raw)?.[1];
  if (!cause) throw new Error(`${file} is about no mail of ours`);
  const kept = raw.replace(
    /^(Delivered-To: .*\r\n)/m,
    `$1X-Written-By: ${server} ${version} (Debian)\r\n`,
  );
  writeFileSync(`${target}/${server}-${cause}.eml`, kept, 'latin1');
}
process.stdout.write(`${basename(work)} ${version}: ${readdirSync(`${work}/out`).length} mails\n`);
