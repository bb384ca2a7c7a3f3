import { Box } from '@twilio-paste/core/box';
import type { LanguageTag, Texts } from '../../../core/catalog/types';
import { languageName } from '../editor/languagesOf';
import { useForms } from './FormsContext';

import { TextSetting } from './TextSetting';

interface TextsSettingProps {
  readonly pointer: string;
  readonly label: string;
  readonly texts: Texts | undefined;
  /** Undefined: no text in any language is left. */
  readonly onChange: (texts: Texts | undefined) => void;
  /** Needed in the reported language. */
  readonly required?: boolean;
  readonly multiline?: boolean;
  readonly help?: string;
}

/** A text in each language of the catalog. */
export function TextsSetting(props: TextsSettingProps) {
  const { pointer, label, texts = {}, onChange, required = false, multiline = false } = props;
  const { content, language, languages, t } = useForms();
  const set = (tag: LanguageTag, text: string): string | null => {
    if (required && tag === content.reportedLanguage && text.trim() === '') {
      return t('forms.texts.needed');
    }
    const others = Object.entries(texts).filter(([other]) => other !== tag);
    const entries = text.trim() === '' ? others : [...others, [tag, text.trim()] as const];
    onChange(entries.length > 0 ? Object.fromEntries(entries) : undefined);
    return null;
  };
  return (
    <Box display="flex" flexDirection="column" rowGap="space40" minWidth="size0">
      {languages.map((tag) => (
        <TextSetting
          key={tag}
          // What is missing is told of all texts together.
          pointer={tag === content.reportedLanguage ? pointer : `${pointer}/${tag}`}
          label={t('forms.texts.in', { label, language: languageName(tag, language) })}
          value={texts[tag] ?? ''}
          onChange={(text) => set(tag, text)}
          required={required && tag === content.reportedLanguage}
          multiline={multiline}
          help={tag === content.reportedLanguage ? props.help : undefined}
        />
      ))}
    </Box>
  );
}
