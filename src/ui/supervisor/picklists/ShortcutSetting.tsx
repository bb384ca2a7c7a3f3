import { Option as Choice, Select } from '@twilio-paste/core/select';
import { textIn } from '../../../core/catalog/textIn';
import type {
  CatalogContent,
  CatalogProblem,
  LanguageTag,
  Option,
  Picklist,
} from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import type { OptionGestures } from './optionGestures';
import { SettingFrame } from './SettingFrame';

interface ShortcutSettingProps {
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

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The digit that chooses the option in an open list; beside each key, the sibling that has it. */
export function ShortcutSetting(props: ShortcutSettingProps) {
  const { content, picklist, option, language, gestures, t } = props;
  const ownerOf = (key: number): Option | undefined =>
    picklist.options.find(
      ({ shortcut, parent, code }) =>
        shortcut === key && parent === option.parent && code !== option.code,
    );
  return (
    <SettingFrame
      id={props.id}
      label={t('picklists.shortcut')}
      help={t('picklists.shortcut.help')}
      problems={props.problems}
      t={t}
    >
      {(control) => (
        <Select
          {...control}
          disabled={props.readOnly}
          value={String(option.shortcut ?? '')}
          onChange={({ target: { value } }) =>
            gestures.set(option.code, () => ({
              shortcut: value === '' ? undefined : Number(value),
            }))
          }
        >
          <Choice value="">{t('picklists.shortcut.none')}</Choice>
          {KEYS.map((key) => {
            const owner = ownerOf(key);
            return (
              <Choice key={key} value={String(key)}>
                {owner
                  ? t('picklists.shortcut.taken', {
                      key,
                      option: textIn(owner.name, language, content.reportedLanguage),
                    })
                  : String(key)}
              </Choice>
            );
          })}
        </Select>
      )}
    </SettingFrame>
  );
}
