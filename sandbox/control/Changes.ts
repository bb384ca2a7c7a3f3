import type { ServerResponse } from 'node:http';

/** Many changes come together (one accepted call is five); listeners hear once. */
const COALESCE_MS = 30;

/** Tells everybody on `/api/changes` that something changed; they read again what they show. */
export class Changes {
  private readonly streams = new Set<ServerResponse>();
  private timer: NodeJS.Timeout | null = null;

  subscribe(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    response.write(': connected\n\n');
    this.streams.add(response);
    response.on('close', () => this.streams.delete(response));
  }

  changed(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      for (const stream of this.streams) stream.write('data: changed\n\n');
    }, COALESCE_MS);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }
}
