import { useEffect, useMemo, useRef, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { fieldsOf } from '../../../core/catalog/fieldsOf';
import { textIn } from '../../../core/catalog/textIn';
import type { EditorTabProps } from '../EditorTabProps';
import { FieldSettings } from './FieldSettings';
import { FormList } from './FormList';
import { FormsContext, type FormsScope } from './FormsContext';
import { FormSettings } from './FormSettings';
import { languagesOf } from './languages';
import { Outline } from './Outline';
import { focusPlace, selectionAt, type Selection } from './places';
import { FormPreview } from './preview/FormPreview';
import { SectionSettings } from './SectionSettings';

/** The forms of the catalog: their list, the parts of the chosen one with their settings, and how agents see it. */
export function FormsTab(props: EditorTabProps) {
  const { content, used, language, readOnly, findings, jump, edit, t } = props;
  const scope = useMemo(
    (): FormsScope => ({
      content,
      used,
      language,
      readOnly,
      findings,
      edit,
      t,
      languages: languagesOf(content, language),
      nameOf: (texts) => textIn(texts, language, content.reportedLanguage),
    }),
    [content, used, language, readOnly, findings, edit, t],
  );
  const [wanted, select] = useState<Selection | null>(null);

  // A button that takes itself away, as Remove does, would take the keyboard's place in the page with it.
  const settings = useRef<HTMLElement>(null);
  const opened = useRef(false);
  const open = (selection: Selection | null) => {
    opened.current = true;
    select(selection);
  };
  useEffect(() => {
    if (opened.current) settings.current?.querySelector<HTMLElement>('[role="group"]')?.focus();
    opened.current = false;
  });

  // What a finding points at is in the page after the next render.
  const [target, setTarget] = useState<EditorTabProps['jump']>(null);
  useEffect(() => {
    if (!jump) return;
    const selection = selectionAt(content, jump.pointer);
    if (selection) select(selection);
    setTarget(jump);
    // A wish counts once, whatever becomes of the content.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jump?.request]);
  useEffect(() => {
    if (target) focusPlace(target.pointer);
  }, [target]);

  const form = content.forms.find(({ id }) => id === wanted?.form) ?? content.forms[0];
  const selection: Selection | null = form
    ? wanted?.form === form.id
      ? wanted
      : { form: form.id }
    : null;
  const section = form?.sections.find(({ id }) => id === selection?.section);
  const field = form && fieldsOf(form).find(({ id }) => id === selection?.field);

  return (
    <FormsContext.Provider value={scope}>
      <Box display="flex" flexWrap="wrap" columnGap="space60" rowGap="space70" minWidth="size0">
        <Box
          flex="1 1 14rem"
          minWidth="size0"
          display="flex"
          flexDirection="column"
          rowGap="space60"
        >
          <FormList
            selected={form?.id ?? null}
            onSelect={(id) => select({ form: id })}
            onOpen={(id) => open({ form: id })}
          />
          {form && selection ? (
            <Outline form={form} selection={selection} onSelect={select} onOpen={open} />
          ) : null}
        </Box>
        {form && selection ? (
          <>
            <Box ref={settings} flex="2 1 17rem" minWidth="size0">
              {field ? (
                <FieldSettings
                  key={`${form.id} ${field.id}`}
                  form={form}
                  field={field}
                  onOpen={open}
                />
              ) : section ? (
                <SectionSettings
                  key={`${form.id} ${section.id}`}
                  form={form}
                  section={section}
                  onOpen={open}
                />
              ) : (
                <FormSettings key={form.id} form={form} onOpen={open} />
              )}
            </Box>
            <Box
              flex="1 1 19rem"
              minWidth="size0"
              // Settings are long: what they do stays in sight.
              position="sticky"
              top="space0"
              alignSelf="flex-start"
            >
              <FormPreview form={form} />
            </Box>
          </>
        ) : null}
      </Box>
    </FormsContext.Provider>
  );
}
