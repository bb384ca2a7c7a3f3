import './layout';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOTHING_KNOWN } from '../../src/app/editing/directory';
import type { EditingPorts } from '../../src/app/editing/ports';
import type { Catalog, CatalogContent } from '../../src/core/catalog/types';
import { systemClock } from '../../src/infra/systemClock';
import { CatalogEditor } from '../../src/ui/supervisor/editor/CatalogEditor';
import { createFakeCatalog, createFakeUnsaved } from './fakeCatalogService';
import { smallCatalog } from './smallCatalog';

// The editor saves after a second and a half at the earliest, and a busy machine is no failure.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);

export const contentOf = ({ version: _version, ...content }: Catalog): CatalogContent => content;
export const smallContent = contentOf(smallCatalog);

interface EditorOptions {
  readonly catalog?: ReturnType<typeof createFakeCatalog>;
  readonly ports?: Partial<EditingPorts>;
  readonly language?: string;
}

/** The editor over the fake service, as Sam sees it; with the small catalog in force unless another one is given. */
export const renderEditor = ({ catalog: given, ports, language = 'en' }: EditorOptions = {}) => {
  const catalog = given ?? createFakeCatalog();
  if (!given) catalog.publish(smallContent);
  const sam = catalog.as('Sam Supervisor');
  const onError = jest.fn();
  const user = userEvent.setup();
  const view = render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      <CatalogEditor
        ports={{
          service: sam.service,
          news: catalog.news,
          unsaved: createFakeUnsaved().page('this'),
          clock: systemClock,
          directory: { look: async () => NOTHING_KNOWN },
          fallback: smallContent,
          ...ports,
        }}
        language={language}
        onError={onError}
      />
    </CustomizationProvider>,
  );
  return { ...view, catalog, sam, user, onError };
};
