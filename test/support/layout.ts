// What jsdom, which lays nothing out, is to say to lists that make only the lines in sight. Imported before them: they
// ask at once whether the browser says when scrolling ends.
/** Ten lines of a tree. */
const HEIGHT = 400;
Object.defineProperties(Element.prototype, {
  clientHeight: { get: () => HEIGHT },
  clientWidth: { get: () => HEIGHT },
  scrollHeight: {
    get(this: Element) {
      const content = this.firstElementChild as HTMLElement | null;
      return Math.max(HEIGHT, parseFloat(content?.style.height ?? '') || 0);
    },
  },
});
Object.defineProperty(window, 'onscrollend', { value: null });
Element.prototype.scrollTo = function (this: Element, to?: ScrollToOptions | number) {
  this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0;
  this.dispatchEvent(new Event('scroll'));
  this.dispatchEvent(new Event('scrollend'));
} as typeof Element.prototype.scrollTo;

Element.prototype.scrollIntoView = () => undefined;

export {};
