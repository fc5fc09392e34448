import { get } from 'node:http';

/** Browsers that watch one page: opens them all, says so, and stays until it is ended. */
const [url, cookie, count] = process.argv.slice(2) as [string, string, string];
let opened = 0;
for (let i = 0; i < Number(count); i += 1) {
  get(url, { headers: { cookie }, agent: false }, (response) => {
    response.once('data', () => {
      opened += 1;
      if (opened === Number(count)) process.send?.('watching');
    });
    response.resume();
  });
}
