/** @jest-environment jsdom */
import { act, fireEvent } from '@testing-library/react';
import { line, lines, renderPicklists, tree } from '../../support/renderPicklists';

// jsdom has none, and lays nothing out: a line is where its style says.
window.PointerEvent ??= class extends MouseEvent {
  readonly isPrimary = true;
} as unknown as typeof PointerEvent;
const HEIGHT = 40;
Element.prototype.getBoundingClientRect = function (this: HTMLElement) {
  const top = parseFloat(this.style.top) || 0;
  const isLine = this.getAttribute('role') === 'treeitem';
  return new DOMRect(0, isLine ? top : 0, 400, isLine ? HEIGHT : 400);
};
window.DOMRect ??= class {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly width: number,
    readonly height: number,
  ) {}
  get left() {
    return this.x;
  }
  get top() {
    return this.y;
  }
  get right() {
    return this.x + this.width;
  }
  get bottom() {
    return this.y + this.height;
  }
} as unknown as typeof DOMRect;

/** Takes a line by its handle and drops it at a part of another one: 0 is its upper edge. */
async function drag(from: string, to: string, part: number) {
  const handle = line(from).querySelector('[data-debrief=drag]')!;
  const startY = parseFloat(line(from).style.top) + 20;
  const endY = parseFloat(line(to).style.top) + part * HEIGHT;
  const at = (clientY: number) => ({ clientX: 10, clientY, button: 0 });
  fireEvent.pointerDown(handle, at(startY));
  fireEvent.pointerMove(document, at(startY + 10));
  await act(() => new Promise((done) => requestAnimationFrame(() => done())));
  fireEvent.pointerMove(document, at(endY));
  await act(() => new Promise((done) => requestAnimationFrame(() => done())));
  fireEvent.pointerUp(document, at(endY));
  await act(() => new Promise((done) => requestAnimationFrame(() => done())));
}

test.each([
  [0.1, 'other sales sales/new sales/upgrade service service/refund service/fax', '1 Other'],
  [0.5, 'sales sales/new sales/upgrade sales/other service service/refund service/fax', '2 Other'],
  [0.9, 'sales sales/new sales/upgrade other service service/refund service/fax', '1 Other'],
])('a line dropped at %d of another goes before, below or after it', async (part, shape, is) => {
  const view = renderPicklists();
  await drag('Other', 'Sales', part);
  expect(view.shape()).toBe(shape);
  expect(view.steps).toEqual(['Move “Other”']);
  expect(lines()).toContain(is);
  expect(tree()).toHaveFocus();
});

test('nothing is dropped below itself', async () => {
  const view = renderPicklists();
  await view.user.click(line('Sales'));
  await view.user.keyboard('{ArrowRight}');
  await drag('Sales', 'Upgrade', 0.5);
  expect(view.steps).toEqual([]);
});
