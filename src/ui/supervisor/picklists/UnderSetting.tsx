import { useMemo, useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { fieldsOf } from '../../../core/catalog/fieldsOf';
import { picklistIndex } from '../../../core/catalog/picklistIndex';
import { textIn } from '../../../core/catalog/textIn';
import type {
  CatalogContent,
  CatalogProblem,
  LanguageTag,
  Option,
  Picklist,
} from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { createTranslator } from '../../../strings/translate';
import { ChosenOption } from '../../fields/ChosenOption';
import { OptionCombobox } from '../../fields/OptionCombobox';
import { optionPath } from '../../fields/optionPath';
import type { OptionGestures } from './optionGestures';
import { SettingFrame } from './SettingFrame';

interface UnderSettingProps {
  readonly id: string;
  readonly content: CatalogContent;
  readonly picklist: Picklist;
  readonly option: Option;
  readonly language: LanguageTag;
  readonly readOnly: boolean;
  readonly problems: readonly CatalogProblem[];
  readonly gestures: OptionGestures;
  readonly t: TranslateEditor;
}

interface Master {
  readonly field: string;
  readonly picklist: Picklist;
}

/** The field that limits this picklist's options, where a form has one that depends on it. */
function masterOf(content: CatalogContent, picklist: string): Master | null {
  for (const form of content.forms) {
    const fields = fieldsOf(form);
    for (const field of fields) {
      if (!('dependsOn' in field) || field.picklist !== picklist) continue;
      const above = fields.find(({ id }) => id === field.dependsOn);
      if (!above || !('picklist' in above)) continue;
      const found = content.picklists.find(({ id }) => id === above.picklist);
      if (found)
        return {
          field: textIn(above.name, content.reportedLanguage, content.reportedLanguage),
          picklist: found,
        };
    }
  }
  return null;
}

/** Under which options of another field this one is offered; nothing where no field depends on another. */
export function UnderSetting(props: UnderSettingProps) {
  const { id, content, picklist, option, language, readOnly, gestures, t } = props;
  const control = useRef<HTMLElement>(null);
  const master = useMemo(() => masterOf(content, picklist.id), [content, picklist.id]);
  const agent = useMemo(() => createTranslator(language), [language]);
  const codes = option.under ?? [];
  if (!master) return null;

  const view = { levels: 'any', language, fallback: content.reportedLanguage } as const;
  const { byCode } = picklistIndex(master.picklist);
  const toggle = (code: string) =>
    gestures.set(option.code, ({ under = [] }) => {
      const next = under.includes(code) ? under.filter((one) => one !== code) : [...under, code];
      return { under: next.length === 0 ? undefined : next };
    });
  const label = t('picklists.under', { field: master.field });
  return (
    <SettingFrame
      id={id}
      label={label}
      help={t(codes.length === 0 ? 'picklists.under.always' : 'picklists.under.help', {
        field: master.field,
      })}
      problems={props.problems}
      t={t}
    >
      {({ hasError, 'aria-describedby': describedBy }) => (
        <>
          {codes.length > 0 ? (
            <Box
              as="ul"
              aria-label={label}
              listStyleType="none"
              margin="space0"
              marginBottom="space30"
              padding="space0"
              display="flex"
              flexWrap="wrap"
              columnGap="space20"
              rowGap="space20"
            >
              {codes.map((code) => {
                const chosen = byCode.get(code);
                return (
                  <ChosenOption
                    key={code}
                    name={chosen ? textIn(chosen.name, language, view.fallback) : code}
                    path={chosen ? optionPath(master.picklist, chosen, view) : ''}
                    onRemove={
                      readOnly
                        ? null
                        : () => {
                            toggle(code);
                            control.current?.focus();
                          }
                    }
                    t={agent}
                  />
                );
              })}
            </Box>
          ) : null}
          {readOnly ? null : (
            <OptionCombobox
              picklist={master.picklist}
              view={view}
              offers={null}
              control={{ id, labelId: `${id}-label`, describedBy, hasError }}
              controlRef={control}
              required={false}
              placeholder={t('picklists.under.placeholder')}
              chosenText=""
              isChosen={(code) => codes.includes(code)}
              onPick={toggle}
              staysOpen
              t={agent}
            />
          )}
        </>
      )}
    </SettingFrame>
  );
}
