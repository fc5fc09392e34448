import { Config } from '../../src/platform/config/config.ts';

const GOOD = {
  DATABASE_URL: 'postgresql://noinhan:p%40ss@127.0.0.1/noinhan',
  SMTP_URL: 'smtp://mail.so.example:587',
  INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
};

describe('settings', () => {
  it.each([
    ['SMTP_URL', 'mail.so.example:587', 'smtp://'],
    ['SMTP_URL', 'smtp://van-thu:mat#khau@mail.so.example:587', '# là %23'],
    ['SMTP_URL', 'smtp://van-thu:mat/khau@mail.so.example:587', '/ là %2F'],
    ['SMTP_URL', 'smtp://van-thu:2024/khau@mail.so.example:587', '/ là %2F'],
    ['SMTP_URL', 'smtp://van-thu:2024?khau@mail.so.example:587', '/ là %2F'],
    ['DATABASE_URL', 'postgresql://noinhan:2024/x@127.0.0.1/noinhan', '/ là %2F'],
    ['DATABASE_URL', 'mysql://127.0.0.1/noinhan', 'postgresql://'],
    ['DATABASE_URL', 'postgresql://noinhan@127.0.0.1', '/TÊN'],
    ['REDIS_URL', '127.0.0.1:6379', 'redis://'],
    ['CLAMAV_URL', '127.0.0.1:3310', 'tcp://'],
    ['CLAMAV_URL', '/run/clamav/clamd.ctl', 'unix:/run/clamav/clamd.ctl'],
    ['CLAMAV_URL', 'unix:clamd.ctl', 'unix:/run/clamav/clamd.ctl'],
    ['S3_URL', 's3://bucket', 'https://'],
    ['BOUNCE_INBOX', 'pop3://so.example', 'imaps://'],
    ['PUBLIC_URL', 'vanban.so.example', 'https://'],
    ['PUBLIC_URL', 'https://so.example/van-ban', 'không có đường dẫn phía sau'],
    ['TRUSTED_PROXIES', '1', '10.1.0.0/16'],
    ['PORT', 'http', 'số cổng'],
    ['NODE_EXTRA_CA_CERTS', '/nowhere/so-root.pem', 'không đọc được tệp /nowhere/so-root.pem'],
    ['DELIVERY_RETRY_SECONDS', '60,một lúc', 'cách nhau bằng dấu phẩy'],
    ['SESSION_HOURS', 'all day', 'lớn hơn 0'],
    ['OIDC_ISSUER', 'https://dang-nhap.so.example', 'OIDC_CLIENT_ID: chưa đặt'],
    ['DKIM_SELECTOR', 'so', 'DKIM_KEY_FILE: chưa đặt'],
    ['BOUNCE_INBOX', 'lmtp://127.0.0.1:2424', 'BOUNCE_ADDRESS: chưa đặt'],
  ])('refuse %s=%s, saying how it is written', (name, value, words) => {
    expect(() => new Config({ ...GOOD, [name]: value })).toThrow(words);
  });

  it('name every fault at once, each at its variable', () => {
    const env = { SMTP_URL: 'mail', PORT: 'x', INSTALLATION_SECRET: GOOD.INSTALLATION_SECRET };
    expect(() => new Config(env)).toThrow(/^DATABASE_URL: chưa đặt\.\nSMTP_URL: .+\nPORT: /);
  });

  it('take an empty variable for one that is not set, whichever it is', () => {
    const names = Object.keys(new Config(GOOD));
    const empty = Object.fromEntries(
      [
        'REDIS_URL',
        'SMTP_TLS',
        'SMTP_TIMEOUT_SECONDS',
        'MAIL_FROM',
        'DKIM_KEY_FILE',
        'HOST',
        'PORT',
        'PUBLIC_URL',
        'SIGNING_CONFIG',
        'FONT_DIR',
        'CHECK_CODE',
        'TRUSTED_PROXIES',
        'DELIVERY_CONCURRENCY',
        'DELIVERY_RETRY_SECONDS',
        'METRICS_PORT',
        'LOG_LEVEL',
        'S3_URL',
        'CLAMAV_URL',
        'OIDC_ISSUER',
        'LINK_SECRET',
        'DELIVERY_JOURNAL_DIR',
      ].map((name) => [name, name === 'PORT' ? '  ' : '']),
    );
    const usual = new Config(GOOD);
    const [kept, expected] = [new Config({ ...empty, ...GOOD }), usual].map((config) =>
      names.map((name) => JSON.stringify(config[name as keyof Config])),
    );
    expect(kept).toEqual(expected);
    expect(() => new Config({ ...GOOD, SMTP_URL: '' })).toThrow('SMTP_URL: chưa đặt.');
  });

  it('warn of a variable that is one slip away from a setting', () => {
    const { notices } = new Config({ ...GOOD, SMTP_TSL: 'optional', SMTP_HOME: '/', TERM: 'x' });
    expect(notices).toEqual(['Không có biến SMTP_TSL, nên không có tác dụng: có phải SMTP_TLS?']);
  });
});
