import type { ServerResponse } from 'node:http';
import type { EdgeAnswer } from '../edges/edge';
import type { Outcome } from '../faults/underFault';
import { send, sendJson } from './http';

/** Tells a caller over HTTP what became of the call, or lets the connection go as it has to. */
export const sendOutcome = (response: ServerResponse, outcome: Outcome): void => {
  switch (outcome.type) {
    case 'silence':
      return;
    case 'dropped':
      return reset(response);
    case 'lost':
      return breakOff(response);
    case 'answer':
      return sendAnswer(response, outcome.answer);
  }
};

const sendAnswer = (response: ServerResponse, answer: EdgeAnswer): void => {
  if (answer.contentType === undefined) {
    return sendJson(response, answer.status, answer.body, answer.headers);
  }
  const body = Buffer.isBuffer(answer.body) ? answer.body : String(answer.body);
  send(response, answer.status, answer.contentType, body, answer.headers);
};

/**
 * Chromium sends a request once more by itself when a connection that it has used before breaks before anything came.
 * "102 Processing" is something, and no answer yet.
 */
const reset = (response: ServerResponse): void => {
  response.writeProcessing();
  response.socket?.resetAndDestroy();
};

/** Breaks the connection after the first bytes of an answer. */
const breakOff = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{', () => response.destroy());
};
