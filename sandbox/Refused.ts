/**
 * A request that cannot be done as asked. Thrown from wherever the reason is known and turned into an HTTP
 * answer by whoever received the request, in the shape of Twilio's own errors: `{ code, message }`.
 */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/** 20404 is Twilio's documented code for a resource that is not, or no longer, there. */
export const notFound = (what: string): Refused => new Refused(404, 20404, `${what} was not found`);
