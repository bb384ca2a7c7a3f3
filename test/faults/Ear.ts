import type { ConsoleMessage, Page } from '@playwright/test';

/** What the page told its agent: in a list over it, in one of Flex's bars, or in the form. */
export interface Heard {
  readonly where: 'aside' | 'notice' | 'form';
  readonly text: string;
}

const MARK = '[ear] ';

/** A failure, a conflict, a problem, an answer that was taken away: all that a form without trouble shows nothing of. */
const IN_SIGHT: readonly (readonly [Heard['where'], string])[] = [
  ['aside', '[data-debrief="aside"]'],
  ['form', '[data-paste-element="CALLOUT"]'],
  ['form', '[data-debrief="panel"] [id$="-problem"]'],
  ['form', '[data-debrief="panel"] [id$="-cleared"]'],
  ['form', '[data-debrief="field"] [role="group"]:has(> div > button[aria-label^="Keep mine"])'],
];

interface Notified {
  readonly id: string;
  readonly context?: { readonly text?: string };
}

interface NotifyingWindow {
  readonly Twilio?: {
    readonly Flex?: {
      readonly Notifications?: {
        addListener(name: string, listener: (notified: Notified) => void): void;
      };
    };
  };
}

const listen = ([mark, inSight]: readonly [string, typeof IN_SIGHT]): void => {
  const tell = (where: string, text: string): void =>
    console.debug(mark + JSON.stringify({ where, text }));
  const known = new WeakSet<Element>();
  const look = (): void => {
    for (const [where, selector] of inSight) {
      for (const element of document.querySelectorAll(selector)) {
        if (known.has(element)) continue;
        known.add(element);
        tell(where, element.textContent ?? '');
      }
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  const waitForFlex = (): void => {
    const notifications = (window as never as NotifyingWindow).Twilio?.Flex?.Notifications;
    if (!notifications) setTimeout(waitForFlex, 50);
    else {
      notifications.addListener('beforeAddNotification', ({ id, context }) => {
        if (id.startsWith('debrief.')) tell('notice', context?.text ?? id);
      });
    }
  };
  waitForFlex();
};

const prepared = new WeakSet<Page>();

/** Hears all that pages tell their agent, whether a story waits for it or not. */
export class Ear {
  readonly heard: Heard[] = [];
  private readonly stops: (() => void)[] = [];

  /** Before the page loads Flex, or when it was followed before. */
  async follow(page: Page): Promise<void> {
    const onConsole = (message: ConsoleMessage): void => {
      const text = message.text();
      if (text.startsWith(MARK)) this.heard.push(JSON.parse(text.slice(MARK.length)) as Heard);
    };
    page.on('console', onConsole);
    this.stops.push(() => page.off('console', onConsole));
    if (prepared.has(page)) return;
    prepared.add(page);
    await page.addInitScript(listen, [MARK, IN_SIGHT] as const);
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }
}
