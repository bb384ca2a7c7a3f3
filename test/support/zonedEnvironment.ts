import JsdomEnvironment from 'jest-environment-jsdom';

/**
 * A browser whose clock a test may set to a time zone, by `setTimeZone`: a test's own `process.env` is a copy. A default
 * export, since Jest takes no other.
 */
// eslint-disable-next-line no-restricted-syntax
export default class ZonedEnvironment extends JsdomEnvironment {
  private readonly before = process.env['TZ'];

  override async setup(): Promise<void> {
    await super.setup();
    this.global['setTimeZone'] = (timeZone: string) => {
      process.env['TZ'] = timeZone;
    };
  }

  override async teardown(): Promise<void> {
    if (this.before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = this.before;
    await super.teardown();
  }
}
