/** @jest-environment jsdom */
import '../../support/layout';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Children, type ReactElement, type ReactNode } from 'react';
import { NOTHING_KNOWN } from '../../../src/app/editing/directory';
import type { EditorViewProps } from '../../../src/host/flex/EditorView';
import type { Flex, Manager } from '../../../src/host/flex/flexTypes';
import { placeEditor } from '../../../src/host/flex/supervisorView';
import { systemClock } from '../../../src/infra/systemClock';
import { createTranslator } from '../../../src/strings/translate';
import { smallContent } from '../../support/editingDesk';
import { createFakeCatalog, createFakeUnsaved } from '../../support/fakeCatalogService';

configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

/** How often the editor's file cannot be fetched before it comes. */
let missing = 0;
jest.mock('../../../src/ui/supervisor/editor/StandaloneEditor', () => {
  const actual = jest.requireActual<object>('../../../src/ui/supervisor/editor/StandaloneEditor');
  return {
    __esModule: true,
    get StandaloneEditor() {
      if (missing > 0) {
        missing -= 1;
        throw new Error('Loading chunk editor failed');
      }
      return (actual as { StandaloneEditor: unknown }).StandaloneEditor;
    },
  };
});

const partsOf = (): EditorViewProps => {
  const catalog = createFakeCatalog();
  catalog.publish(smallContent);
  return {
    ports: {
      directory: { look: async () => NOTHING_KNOWN },
      service: catalog.as('Sam').service,
      news: catalog.news,
      unsaved: createFakeUnsaved().page('this'),
      clock: systemClock,
      fallback: smallContent,
    },
    language: 'en',
    translate: createTranslator('en'),
  };
};

/** What is added to a Flex that knows just enough. */
const placeIn = (roles: readonly string[], catalog = createFakeCatalog()) => {
  const views: ReactElement[] = [];
  const links: ReactElement[] = [];
  const invokeAction = jest.fn(async () => undefined);
  const flex = {
    View: ({ children }: { children?: ReactNode }) => <>{children}</>,
    SideLink: ({
      children,
      onClick,
      isActive,
    }: {
      children?: ReactNode;
      onClick: () => void;
      isActive: boolean;
    }) => (
      <button type="button" aria-current={isActive} onClick={onClick}>
        {children}
      </button>
    ),
    ViewCollection: { Content: { add: (view: ReactElement) => views.push(view) } },
    SideNav: { Content: { add: (link: ReactElement) => links.push(link) } },
    Actions: { invokeAction },
  };
  placeEditor(flex as unknown as Flex, { user: { roles } } as unknown as Manager, {
    ...partsOf(),
    ports: { ...partsOf().ports, news: catalog.news },
  });
  return { views, links, invokeAction };
};

const show = (elements: readonly ReactElement[]) =>
  render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      {Children.toArray(elements)}
    </CustomizationProvider>,
  );

let complaints: jest.SpyInstance;
beforeEach(() => {
  missing = 0;
  // React prints each error that a boundary catches.
  complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => complaints.mockRestore());

test.each([['agent'], ['wfo.data_analyst']])('%s gets neither the view nor the link', (role) => {
  const { views, links } = placeIn([role]);
  expect([...views, ...links]).toEqual([]);
});

test('whoever the service lets publish gets them too, as soon as it says so', () => {
  const catalog = createFakeCatalog();
  const { views, links } = placeIn(['catalog.keeper'], catalog);
  catalog.allow({ edits: false, publishes: false });
  expect([...views, ...links]).toEqual([]);
  // Said again with each new token.
  catalog.allow({ edits: true, publishes: true });
  catalog.allow({ edits: true, publishes: true });
  expect([views.length, links.length]).toEqual([1, 1]);
});

test.each([['supervisor'], ['admin']])(
  '%s gets both, and the link leads to the view',
  async (role) => {
    const { views, links, invokeAction } = placeIn(['agent', role]);
    expect(views.map(({ props }) => (props as { name: string }).name)).toEqual(['debrief']);
    show(links);
    await userEvent.click(screen.getByRole('button', { name: 'Wrap-up catalog' }));
    expect(invokeAction).toHaveBeenCalledWith('NavigateToView', { viewName: 'debrief' });
  },
);

// Before the next one: what was fetched stays for as long as the page lives.
test('an editor that cannot be fetched says what to do, and is fetched anew on demand', async () => {
  missing = 1;
  show(placeIn(['supervisor']).views);
  expect(screen.getByText('Loading…')).toBeVisible();
  expect(await screen.findByText(/^This part could not be loaded\./)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('tab', { name: 'Picklists' })).toBeVisible();
  expect(screen.queryByText(/^This part could not be loaded\./)).toBeNull();
});

test('the editor is there when the view is looked at again', async () => {
  show(placeIn(['supervisor']).views);
  expect(await screen.findByRole('tab', { name: 'Picklists' })).toBeVisible();
});
