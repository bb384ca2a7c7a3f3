import { decodeFrame, encodeFrame } from '../../../sandbox/edges/twilsock/frame';

it('a frame has its header counted in bytes, not characters', () => {
  const frame = encodeFrame({ method: 'reply', id: 'ü' }, { text: 'ß' });

  expect(frame.toString()).toBe(
    'TWILSOCK V3.0 80\r\n{"method":"reply","id":"ü","payload_size":13,"payload_type":"application/json"}\r\n{"text":"ß"}',
  );
});

it('a frame is read back as it was written', () => {
  const { header, payload } = decodeFrame(encodeFrame({ method: 'reply', id: 'ü' }, ['ß']));

  expect(header).toMatchObject({ method: 'reply', id: 'ü' });
  expect(payload).toBe('["ß"]');
});

it('a frame without a payload says so', () => {
  expect(encodeFrame({ method: 'ping' }).toString()).toBe(
    'TWILSOCK V3.0 34\r\n{"method":"ping","payload_size":0}\r\n',
  );
});
