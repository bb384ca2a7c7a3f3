import './layout';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import type { CatalogContent } from '../../src/core/catalog/types';
import { createEditorTranslator } from '../../src/strings/editor/translateEditor';
import type { Edit, EditorTabProps } from '../../src/ui/supervisor/EditorTabProps';

// Asking jsdom for the styles of every element above every other one takes most of the time of a test.
configure({ defaultHidden: true });

interface TabOptions {
  readonly content: CatalogContent;
  readonly used?: CatalogContent | null;
  readonly language?: string;
  readonly readOnly?: boolean;
}

/** A tab of the editor over a draft that edits are applied to, as the editor does. */
export function renderTab(
  Tab: ComponentType<EditorTabProps>,
  { content, used = null, language = 'en', readOnly = false }: TabOptions,
) {
  const steps: string[] = [];
  let draft = content;
  const t = createEditorTranslator(language);
  function Harness() {
    const [shown, setShown] = useState(draft);
    const edit = (what: string, change: Edit) => {
      steps.push(what);
      draft = change(draft);
      setShown(draft);
    };
    return (
      <Tab
        content={shown}
        used={used}
        language={language}
        readOnly={readOnly}
        findings={[]}
        jump={null}
        edit={edit}
        t={t}
      />
    );
  }
  const view = render(
    <CustomizationProvider baseTheme="default" disableAnimations>
      <Harness />
    </CustomizationProvider>,
  );
  return {
    ...view,
    user: userEvent.setup({ delay: null }),
    /** What each step of undo is called. */
    steps,
    draft: () => draft,
  };
}
