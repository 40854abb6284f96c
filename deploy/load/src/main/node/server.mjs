// A chat server with one room: node server.mjs ws|socket.io PORT. What one says, everybody in the room hears, as a frame
// of the same members and lengths as Guildhall's; nothing is kept. SIGUSR2 collects garbage, before memory is read.
import { createServer } from 'node:http';

const [kind, port] = process.argv.slice(2);
const MEMBER = 'mem_0198c0de000070008000000000000001';
let sequence = 0;

function said(frame) {
  return {
    type: 'message',
    channel: frame.channel,
    sequence: ++sequence,
    messageId: 'msg_' + String(sequence).padStart(32, '0'),
    memberId: MEMBER,
    localId: frame.localId,
    body: frame.body,
    at: new Date().toISOString(),
  };
}

const http = createServer();
if (kind === 'ws') {
  const { WebSocketServer } = await import('ws');
  const server = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 16384 });
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const frame = JSON.stringify(said(JSON.parse(data)));
      for (const each of server.clients) {
        each.send(frame);
      }
    });
    socket.send('{"type":"hello"}');
  });
} else if (kind === 'socket.io') {
  const { Server } = await import('socket.io');
  const server = new Server(http, { transports: ['websocket'], serveClient: false });
  server.on('connection', (socket) => {
    socket.join('room');
    socket.on('send', (frame) => server.to('room').emit('message', said(frame)));
    socket.emit('hello');
  });
} else {
  throw new Error('node server.mjs ws|socket.io PORT');
}

process.on('SIGUSR2', () => globalThis.gc?.());
http.listen(Number(port), '127.0.0.1', 2048, () => console.log('READY'));
