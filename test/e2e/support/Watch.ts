import type {
  BrowserContext,
  ConsoleMessage,
  Page,
  Request,
  WebError,
  WebSocket,
} from '@playwright/test';
import { withoutSids } from './rawAttributes';

const LOCAL = ['localhost', '127.0.0.1', ''];

const isLocal = (address: string): boolean => LOCAL.includes(new URL(address).hostname);

/** Times, SIDs and the addresses in a stack differ from run to run; all else of a text is compared as it is. */
const comparable = (text: string): string =>
  withoutSids(text)
    .replace(/\n {4}at [^\n]*/g, '')
    .replace(/^\[[-\d]+T[:.\d]+Z\] /, '[time] ')
    .replace(/^[/\d]+, [:\d]+ [AP]M - /, '[time] ');

/** Notes what pages say and whom they call. */
export class Watch {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  /** What the journal says of reservations that are over. */
  readonly endings: string[] = [];
  /** Addresses outside this machine. */
  readonly strangers: string[] = [];
  private readonly stops: (() => void)[] = [];

  follow(page: Page): void {
    const context: BrowserContext = page.context();
    const onConsole = (message: ConsoleMessage) => {
      if (message.type() === 'error') this.errors.push(comparable(message.text()));
      if (/^\[debrief\] ended/.test(message.text())) this.endings.push(comparable(message.text()));
      if (message.type() === 'warning') this.warnings.push(comparable(message.text()));
    };
    const onError = (error: WebError) => {
      this.errors.push(comparable(String(error.error())));
    };
    const onRequest = (request: Request) => {
      if (!isLocal(request.url())) this.strangers.push(request.url());
    };
    // Chromium announces a request first and asks the page's Content-Security-Policy afterwards: it did not leave.
    const onBlocked = (request: Request) => {
      const index = this.strangers.indexOf(request.url());
      if (index >= 0 && request.failure()?.errorText === 'csp') this.strangers.splice(index, 1);
    };
    const onSocket = (socket: WebSocket) => {
      if (!isLocal(socket.url())) this.strangers.push(socket.url());
    };
    context.on('console', onConsole);
    context.on('weberror', onError);
    context.on('request', onRequest);
    context.on('requestfailed', onBlocked);
    page.on('websocket', onSocket);
    this.stops.push(() => {
      context.off('console', onConsole);
      context.off('weberror', onError);
      context.off('request', onRequest);
      context.off('requestfailed', onBlocked);
      page.off('websocket', onSocket);
    });
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }
}
