import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  acceptUpload,
  approvalRequest,
  BRIDGE,
  BridgeRequest,
  type BridgeTask,
  issueRequest,
  readBridgeAnswer,
} from '../../../src/engines/signatures/vgca-bridge.ts';
import {
  anOffice,
  folderOfTests,
  NUMBER,
  type Office,
  sealed,
  signed,
  unsigned,
} from './office.ts';
import { ask, serveMessages } from './web-socket-stub.ts';

const folder = folderOfTests();
let office: Office;
let house: Server;
let tool: { port: number; close(): void };
let task: BridgeTask;
let offered: Buffer;
let uploaded: Buffer | undefined;
/** What the tool does with the file before it uploads it. */
let mischief: (pdf: Buffer) => Buffer = (pdf) => pdf;

beforeAll(async () => {
  office = await anOffice(folder);
  house = createServer((request, response) => {
    response.setHeader('Connection', 'close'); // the tool works between its two requests, and keeps none open
    if (request.method === 'GET') response.end(offered);
    else void buffer(request).then((body) => ((uploaded = body), response.end('{"Status":true}')));
  });
  await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(house.address() as AddressInfo).port}`;
  task = { fileUrl: `${url}/cho-ky.pdf`, uploadUrl: `${url}/da-ky`, session: 's-1', token: 'jwt' };
  tool = await serveMessages(answerLikeTheTool);
});
afterAll(() => {
  tool.close();
  house.close();
  house.closeAllConnections();
});

async function answerLikeTheTool(path: string, message: string): Promise<string> {
  const request = BridgeRequest.parse(JSON.parse(message));
  if (request.SessionId !== 's-1')
    return JSON.stringify({ Status: 11, Message: 'Phiên không hợp lệ' });
  const file = Buffer.from(await (await fetch(request.FileName)).arrayBuffer());
  const isIssue = path === '/SignIssued';
  const number = request.DocNumber?.split('/')[0];
  const pdf = isIssue
    ? await sealed(office, file, { ...NUMBER, number: number! })
    : await signed(office, file);
  const response = await fetch(request.FileUploadHandler, {
    method: 'POST',
    body: new Uint8Array(mischief(pdf)),
  });
  const answer = { Status: 0, Message: '', FileServer: await response.text() };
  return JSON.stringify({
    ...answer,
    DocumentNumber: request.DocNumber,
    DocumentDate: request.IssuedDate,
  });
}

const pathOf = (endpoint: string) => new URL(endpoint).pathname;

describe("The state's signing tool in the signer's browser", () => {
  it('signs as the person, then issues with number and date; what it uploads is taken', async () => {
    offered = await unsigned();
    readBridgeAnswer(
      await ask(tool.port, pathOf(BRIDGE.approve), JSON.stringify(approvalRequest(task))),
    );
    const person = acceptUpload(offered, uploaded!);
    offered = person;
    const request = issueRequest(task, '412/SKHCN-CĐS', '2026-11-24T09:15:30+07:00');
    const answer = readBridgeAnswer(
      await ask(tool.port, pathOf(BRIDGE.issue), JSON.stringify(request)),
    );
    expect(answer).toMatchObject({ Status: 0, DocumentNumber: '412/SKHCN-CĐS' });
    expect(acceptUpload(person, uploaded!).length).toBeGreaterThan(person.length);
  });

  it('is refused in its own words when it fails', async () => {
    const request = approvalRequest({ ...task, session: 'cũ' });
    const answer = await ask(tool.port, pathOf(BRIDGE.approve), JSON.stringify(request));
    expect(() => readBridgeAnswer(answer)).toThrow('Phiên không hợp lệ');
    expect(() => readBridgeAnswer('không phải JSON')).toThrow(
      expect.objectContaining({ code: 'bridge-refused' }),
    );
  });

  it.each<[string, (pdf: Buffer) => Buffer]>([
    ['another file', (pdf) => Buffer.concat([Buffer.from('%'), pdf])],
    ['the file unsigned', () => offered],
    ['a byte changed inside', (pdf) => (pdf.writeUInt8(pdf[3000]! ^ 1, 3000), pdf)],
    [
      'a byte changed in the new part',
      (pdf) => (pdf.writeUInt8(pdf[pdf.length - 20]! ^ 1, pdf.length - 20), pdf),
    ],
  ])('is not believed when it uploads %s', async (_, change) => {
    offered = await unsigned();
    mischief = change;
    await ask(tool.port, pathOf(BRIDGE.approve), JSON.stringify(approvalRequest(task)));
    expect(() => acceptUpload(offered, uploaded!)).toThrow(
      expect.objectContaining({ name: 'SigningError' }),
    );
  });
});
