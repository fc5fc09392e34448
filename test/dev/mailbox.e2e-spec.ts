import { appendFile, readdir, stat } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTransport } from 'nodemailer';
import { Mailbox } from '../../src/dev/mailbox/mailbox.ts';
import { scratchFolder } from '../support/scratch.ts';
import { senderTo, type Sender } from './sender.ts';

describe('the development mailbox', () => {
  let dir: string;
  let mailbox: Mailbox;
  let sender: Sender;

  beforeEach(async () => {
    dir = await scratchFolder();
    mailbox = await Mailbox.start({ dir, port: 0 });
    sender = senderTo(mailbox);
  });
  afterEach(async () => {
    sender.quit();
    await mailbox.stop();
  });

  const mailWith = (subject: string, body = 'Kính gửi\r\n') =>
    `From: a@b.example\r\nSubject: ${subject}\r\n\r\n${body}`;
  const restart = async () => {
    sender.quit();
    await mailbox.stop();
    mailbox = await Mailbox.start({ dir, port: 0 });
    sender = senderTo(mailbox);
  };
  const diskBytes = async () => {
    const paths = [
      'mails',
      ...(await readdir(join(dir, 'blocks'))).map((name) => `blocks/${name}`),
    ];
    const sizes = await Promise.all(paths.map(async (path) => (await stat(join(dir, path))).size));
    return sizes.reduce((sum, size) => sum + size);
  };

  it('gives a mail back byte for byte, also after a restart', async () => {
    const strange = Buffer.concat([
      Buffer.from(mailWith('lạ', '.\r\n..\r\n.chấm\r\n\r\n\r\n' + 'dài'.repeat(2_000))),
      Buffer.from(
        Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 10 && byte !== 13),
      ),
      Buffer.from(`\r\n${randomBytes(50_000).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`),
    ]);
    await sender.send('xa@thaibinh.example', strange);
    expect((await mailbox.raw(1)).equals(strange)).toBe(true);
    await restart();
    expect(mailbox.count).toBe(1);
    expect((await mailbox.raw(1)).equals(strange)).toBe(true);
  });

  it('stores the file that many mails carry once', async () => {
    const pdf = randomBytes(100_000);
    const transport = createTransport({ url: mailbox.url, pool: true, maxConnections: 4 });
    await Promise.all(
      Array.from({ length: 200 }, (_, position) =>
        transport.sendMail({
          from: 'van-thu@noi-nhan.example',
          to: `xa-${position}@thaibinh.example`,
          subject: `Công văn gửi xã ${position}`,
          text: `Kính gửi xã ${position}`,
          attachments: [{ filename: 'cong-van.pdf', content: pdf }],
        }),
      ),
    );
    transport.close();
    await mailbox.received(200);
    expect(await diskBytes()).toBeLessThan(200 * 2_000 + 140_000);
    const to = new Set(mailbox.list({ limit: 1_000 }).mails.flatMap((mail) => mail.to));
    expect(to.size).toBe(200);
    const { attachments, text } = await mailbox.read(77);
    expect(attachments[0]!.content.equals(pdf)).toBe(true);
    expect(text).toMatch(/Kính gửi xã \d+/);
  });

  it('lists newest first, page by page, and finds without accents', async () => {
    for (const place of ['Đông Hưng', 'Kiến Xương', 'Thái Thụy']) {
      const to = `${place
        .split(' ')[0]!
        .normalize('NFD')
        .replace(/[^a-zđ]/gi, '')}@tb.example`;
      await sender.send(to.replace('Đ', 'd'), mailWith(`Gửi huyện ${place}`));
    }
    expect(mailbox.list({ skip: 1, limit: 1 })).toMatchObject({
      mails: [{ id: 2, subject: 'Gửi huyện Kiến Xương' }],
      total: 3,
    });
    expect(mailbox.list({ search: 'dong hung' }).mails.map(({ id }) => id)).toEqual([1]);
    expect(mailbox.list({ search: 'THAI@TB' }).mails.map(({ id }) => id)).toEqual([3]);
    expect(mailbox.list({ search: 'huyện' }).total).toBe(3);
    expect(mailbox.list({ search: 'hà nội' })).toEqual({ mails: [], total: 0 });
  });

  it('takes addresses beyond ASCII', async () => {
    await sender.send('tiếp-nhận@tháibình.example', mailWith('x'));
    expect(mailbox.find(1)!.to[0]!.normalize('NFC')).toMatch(/^tiếp-nhận@/);
  });

  it('cuts off what a crash left half written, and goes on', async () => {
    await sender.send('a@tb.example', mailWith('một'));
    await appendFile(
      join(dir, 'mails'),
      '{"at":"2026-01-01T00:00:00.000Z","to":[],"pieces":[900]}\nhalf',
    );
    await restart();
    await sender.send('b@tb.example', mailWith('hai'));
    await restart();
    expect(mailbox.list().mails.map(({ subject }) => subject)).toEqual(['hai', 'một']);
    expect((await mailbox.raw(2)).toString()).toBe(mailWith('hai'));
  });

  describe('playing a server that refuses', () => {
    it('refuses one address for good and takes the others', async () => {
      mailbox.rules.push({
        recipient: (address) => address.startsWith('khong-co@'),
        code: 550,
        message: '5.1.1 No such user here',
      });
      await expect(sender.send('khong-co@tb.example', mailWith('x'))).rejects.toMatchObject({
        responseCode: 550,
        response: expect.stringContaining('5.1.1 No such user'),
      });
      await sender.send(['khong-co@tb.example', 'co@tb.example'], mailWith('x'));
      expect(mailbox.find(1)!.to).toEqual(['co@tb.example']);
    });

    it('comes round after as many refusals as it was told', async () => {
      mailbox.rules.push({ code: 451, message: '4.7.1 Greylisted, try again', times: 2 });
      for (const _ of [1, 2]) {
        await expect(sender.send('a@tb.example', mailWith('x'))).rejects.toMatchObject({
          responseCode: 451,
        });
      }
      await sender.send('a@tb.example', mailWith('x'));
      expect(mailbox.count).toBe(1);
    });

    it('keeps nothing that it refuses at the end of the mail', async () => {
      mailbox.rules.push({ code: 554, message: '5.7.1 Looks like spam', at: 'data', times: 1 });
      await expect(sender.send('a@tb.example', mailWith('x'))).rejects.toMatchObject({
        responseCode: 554,
      });
      expect(mailbox.count).toBe(0);
      await sender.send('a@tb.example', mailWith('y'));
      expect(mailbox.list().mails.map(({ subject }) => subject)).toEqual(['y']);
    });

    it('hangs up with 421', async () => {
      mailbox.rules.push({ code: 421, message: '4.3.2 Try later', times: 1 });
      await expect(sender.send('a@tb.example', mailWith('x'))).rejects.toThrow(/421/);
      await sender.closed;
    });
  });

  it('refuses a mail that is announced as too large', async () => {
    const client = connect(mailbox.port, '127.0.0.1');
    const replies = createInterface(client);
    await once(replies, 'line');
    client.end('EHLO me\r\nMAIL FROM:<a@tb.example> SIZE=90000000\r\nQUIT\r\n');
    const said: string[] = [];
    for await (const line of replies) said.push(line);
    expect(said).toContainEqual(expect.stringMatching(/^250[- ]SIZE \d+$/));
    expect(said).toContainEqual(expect.stringMatching(/^552 /));
  });

  it('takes any free port when nobody asked for one, and says so when the one asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(Mailbox.start({ dir: await scratchFolder(), port })).rejects.toThrow(
      new RegExp(`${port} \\(EADDRINUSE\\).*Chọn cổng khác`),
    );
    other.close();

    const boxes = [
      await Mailbox.start({ dir: await scratchFolder() }),
      await Mailbox.start({ dir: await scratchFolder() }),
    ];
    expect(boxes[0]!.port).not.toBe(boxes[1]!.port);
    await Promise.all(boxes.map((box) => box.stop()));
  });
});
