import { useMemo } from 'react';
import { Box } from '@twilio-paste/core/box';
import { ListItem } from '@twilio-paste/core/list';
import { Text } from '@twilio-paste/core/text';
import type { CatalogContent, LanguageTag } from '../../../core/catalog/types';
import { describeChanges } from '../../../core/diff/describeChanges';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { BulletList } from '../editor/BulletList';
import { changedItemText, changeText } from './changeText';

interface ChangeListProps {
  readonly before: CatalogContent;
  readonly after: CatalogContent;
  /** Of names. */
  readonly language: LanguageTag;
  readonly t: TranslateEditor;
}

/** Nobody reads on after these; the count says how many there are. */
const SHOWN = 100;

/** What is different between two catalogs, in words, item by item. */
export function ChangeList({ before, after, language, t }: ChangeListProps) {
  const items = useMemo(() => describeChanges(before, after), [before, after]);
  if (items.length === 0) return <Text as="p">{t('versions.noChanges')}</Text>;
  return (
    <Box overflowWrap="anywhere" minWidth="size0">
      <BulletList>
        {items.slice(0, SHOWN).map((item) => (
          <ListItem key={item.path.join('/')}>
            <Text as="span" fontWeight="fontWeightSemibold">
              {changedItemText(item, language, t)}
            </Text>
            {item.lines.map((line, index) => (
              <Box key={index}>{changeText(line, language, t)}</Box>
            ))}
          </ListItem>
        ))}
      </BulletList>
      {items.length > SHOWN ? (
        <Text as="p" color="colorTextWeak">
          {t('versions.moreChanges', { count: items.length - SHOWN })}
        </Text>
      ) : null}
    </Box>
  );
}
