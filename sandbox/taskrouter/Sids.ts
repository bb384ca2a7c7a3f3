/**
 * Twilio's identifiers: a two-letter prefix and 32 hex digits. Counted, not random, so that a run can be
 * repeated; never counted back, so that a page that was not reloaded after a reset cannot meet an old sid again.
 */
export class Sids {
  private count = 0;

  next(prefix: string): string {
    this.count += 1;
    return prefix + this.count.toString(16).padStart(32, '0');
  }
}
