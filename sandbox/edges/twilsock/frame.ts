/**
 * Twilsock's frame in one binary WebSocket message (read in twilsock 0.13.5):
 * `TWILSOCK V3.0 <bytes of header>\r\n<header as JSON>\r\n<payload>`.
 */
export interface Frame {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: string;
}

const CR = 13;

export const encodeFrame = (header: Record<string, unknown>, body?: unknown): Buffer => {
  const payload = Buffer.from(body === undefined ? '' : JSON.stringify(body));
  const head = Buffer.from(
    JSON.stringify({
      ...header,
      payload_size: payload.length,
      ...(payload.length > 0 ? { payload_type: 'application/json' } : {}),
    }),
  );
  return Buffer.concat([
    Buffer.from(`TWILSOCK V3.0 ${head.length}\r\n`),
    head,
    Buffer.from('\r\n'),
    payload,
  ]);
};

export const decodeFrame = (data: Buffer): Frame => {
  const endOfLine = data.indexOf(CR);
  const headBytes = Number(data.subarray(0, endOfLine).toString().split(' ')[2]);
  const headStart = endOfLine + 2;
  const headEnd = headStart + headBytes;
  return {
    header: JSON.parse(data.subarray(headStart, headEnd).toString()) as Frame['header'],
    payload: data.subarray(headEnd + 2).toString(),
  };
};
