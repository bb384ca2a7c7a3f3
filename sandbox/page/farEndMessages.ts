/** Where the page's far end and the sandbox's signalling meet: a socket of the page's own origin. */
export const FAR_END_PATH = '/sandbox/far-end';

/** To the page: what Twilio's media servers would be told. */
export type ToFarEnd =
  | { readonly type: 'make-offer'; readonly callSid: string }
  | { readonly type: 'answered'; readonly callSid: string; readonly sdp: string }
  | { readonly type: 'ended'; readonly callSid: string };

/** From the page: the offer that an incoming call brings. */
export interface FromFarEnd {
  readonly type: 'offer';
  readonly callSid: string;
  readonly sdp: string;
}
