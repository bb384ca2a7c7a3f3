import { Box } from '@twilio-paste/core/box';
import { ListItem } from '@twilio-paste/core/list';
import { fieldsOf } from '../../../core/catalog/fieldsOf';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogContent, LanguageTag } from '../../../core/catalog/types';
import type { Use } from '../../../core/edit/whereUsed';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { BulletList } from '../editor/BulletList';

interface UsesListProps {
  readonly uses: readonly Use[];
  readonly content: CatalogContent;
  readonly language: LanguageTag;
  readonly t: TranslateEditor;
}

/** What uses a picklist or an option, in words. */
export function UsesList({ uses, content, language, t }: UsesListProps) {
  const texts = uses.map((use) => textOfUse(use, content, language, t));
  return texts.length === 0 ? (
    <Box color="colorTextWeak">{t('picklists.uses.none')}</Box>
  ) : (
    <BulletList>
      {[...new Set(texts)].map((text) => (
        <ListItem key={text}>{text}</ListItem>
      ))}
    </BulletList>
  );
}

function textOfUse(
  use: Use,
  content: CatalogContent,
  language: LanguageTag,
  t: TranslateEditor,
): string {
  const nameIn = (texts: Parameters<typeof textIn>[0]) =>
    textIn(texts, language, content.reportedLanguage);
  if (use.kind === 'under') {
    const picklist = content.picklists[Number(use.path.split('/')[2])];
    const option = picklist?.options.find(({ code }) => code === use.option);
    return t('picklists.uses.under', {
      option: option ? nameIn(option.name) : String(use.option),
      picklist: picklist ? nameIn(picklist.name) : '',
    });
  }
  const found = content.forms.find(({ id }) => id === use.form);
  const form = found ? nameIn(found.name) : String(use.form);
  const owner = found && fieldsOf(found).find(({ id }) => id === use.field);
  if (!owner) return t('picklists.uses.section', { form });
  return t(`picklists.uses.${use.kind}`, { form, field: nameIn(owner.name) });
}
