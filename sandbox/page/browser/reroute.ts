import { EMULATOR_PREFIX } from '../reroutePath';

const NETWORK = /^(https?|wss?):$/;
const LINK = /(\b(?:href|src)=")(https?:[^"]*)/g;

/** Another origin that calls go to as they are. */
let direct = '';

const local = (address: string): string => {
  let url: URL;
  try {
    url = new URL(address, location.href);
  } catch {
    return address;
  }
  if (url.host === location.host || !NETWORK.test(url.protocol)) return address;
  if (url.origin === direct) return address;
  const scheme = url.protocol.startsWith('ws') ? 'ws' : 'http';
  return `${scheme}://${location.host}${EMULATOR_PREFIX}${url.host}${url.pathname}${url.search}`;
};

const rerouteFetch = () => {
  const original = window.fetch;
  window.fetch = (input, init) => {
    if (input instanceof Request) {
      return original(new Request(local(input.url), input), init);
    }
    return original(local(String(input)), init);
  };
};

const rerouteXhr = () => {
  const original = XMLHttpRequest.prototype.open as (...args: unknown[]) => void;
  XMLHttpRequest.prototype.open = function (
    this: XMLHttpRequest,
    method: string,
    url: string | URL,
    ...rest: unknown[]
  ) {
    original.call(this, method, local(String(url)), ...rest);
  };
};

const rerouteSockets = () => {
  window.WebSocket = new Proxy(window.WebSocket, {
    construct: (target, [url, protocols]: [string | URL, string | string[] | undefined]) =>
      new target(local(String(url)), protocols),
  });
};

const rerouteBeacons = () => {
  const original = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (url, data) => original(local(String(url)), data);
};

/** `element.src = …`, `element.href = …` and `element.setAttribute('src', …)`. */
const rerouteElements = () => {
  const loading: readonly [{ prototype: HTMLElement }, string][] = [
    [HTMLLinkElement, 'href'],
    [HTMLScriptElement, 'src'],
    [HTMLMediaElement, 'src'],
    [HTMLImageElement, 'src'],
  ];
  for (const [{ prototype }, name] of loading) {
    const property = Object.getOwnPropertyDescriptor(prototype, name);
    if (!property?.set) continue;
    const { set } = property;
    Object.defineProperty(prototype, name, {
      ...property,
      set(this: HTMLElement, value: unknown) {
        set.call(this, typeof value === 'string' ? local(value) : value);
      },
    });
    const setAttribute = prototype.setAttribute;
    prototype.setAttribute = function (this: HTMLElement, attribute: string, value: string) {
      setAttribute.call(this, attribute, attribute.toLowerCase() === name ? local(value) : value);
    };
  }
  window.Audio = new Proxy(window.Audio, {
    construct: (target, [src]: [string | undefined]) =>
      src === undefined ? new target() : new target(local(src)),
  });
};

/** A frame's document has a window of its own, where none of this is installed: its links are changed beforehand. */
const rerouteFrames = () => {
  const { setAttribute } = HTMLIFrameElement.prototype;
  HTMLIFrameElement.prototype.setAttribute = function (attribute: string, value: string) {
    const inline = attribute.toLowerCase() === 'srcdoc';
    setAttribute.call(
      this,
      attribute,
      inline ? value.replace(LINK, (_, before: string, url: string) => before + local(url)) : value,
    );
  };
};

/**
 * Before Flex runs: every call and element load that would go to another host goes to the sandbox instead, but for
 * calls of the Functions, which are of another origin in an account too. What slips through is stopped by the page's Content-Security-Policy.
 */
export const installReroute = (functions: string): void => {
  direct = functions;
  rerouteFetch();
  rerouteXhr();
  rerouteSockets();
  rerouteBeacons();
  rerouteElements();
  rerouteFrames();
};
