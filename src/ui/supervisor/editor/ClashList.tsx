import { useMemo } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import { Card } from '@twilio-paste/core/card';
import { Heading } from '@twilio-paste/core/heading';
import type { EditingCommands } from '../../../app/editing/openEditing';
import type { CatalogContent, LanguageTag } from '../../../core/catalog/types';
import { itemPath } from '../../../core/diff/describeChanges';
import { resolveClash } from '../../../core/diff/resolveClash';
import type { Clash, Side } from '../../../core/diff/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { ChangeList } from '../versions/ChangeList';

interface ClashListProps {
  readonly clashes: readonly Clash[];
  readonly content: CatalogContent;
  /** Who has saved the other side. */
  readonly others: string;
  readonly onDecide: EditingCommands['decide'];
  readonly language: LanguageTag;
  readonly t: TranslateEditor;
}

/**
 * One choice for an item, however much of it clashes: a renamed option may have another reported text as well, and half
 * of each would be nobody's. Settings of the catalog are chosen one by one.
 */
const byItem = (clashes: readonly Clash[]): readonly (readonly Clash[])[] => {
  const items = new Map<string, Clash[]>();
  for (const clash of clashes) {
    const item = itemPath(clash.path);
    const key = JSON.stringify(item.length > 0 ? item : clash.path);
    items.set(key, [...(items.get(key) ?? []), clash]);
  }
  return [...items.values()];
};

/** What two people have changed in two ways, side by side, for this one to choose. */
export function ClashList({ clashes, ...rest }: ClashListProps) {
  const { t } = rest;
  const items = useMemo(() => byItem(clashes), [clashes]);
  const title = t('clash.title', { count: items.length });
  return (
    <Box role="group" aria-label={title}>
      <Callout variant="warning">
        <CalloutHeading as="h3">{title}</CalloutHeading>
        <CalloutText>{t('clash.text', { by: rest.others })}</CalloutText>
        <Box display="flex" flexDirection="column" rowGap="space50" marginTop="space50">
          {items.map((item) => (
            <ClashChoice key={JSON.stringify(item[0]?.path)} item={item} {...rest} />
          ))}
        </Box>
      </Callout>
    </Box>
  );
}

const OTHER: Readonly<Record<Side, Side>> = { mine: 'theirs', theirs: 'mine' };

function ClashChoice({
  item,
  content,
  others,
  onDecide,
  language,
  t,
}: Omit<ClashListProps, 'clashes'> & { readonly item: readonly Clash[] }) {
  const sides = useMemo(() => {
    const resolved = (side: Side): CatalogContent =>
      item.reduce((now, clash) => resolveClash(now, clash, side), content);
    const before = item.reduce((now, clash) => {
      const other = OTHER[clash.holds];
      return resolveClash(now, { ...clash, [other]: clash.base }, other);
    }, content);
    return { before, mine: resolved('mine'), theirs: resolved('theirs') };
  }, [content, item]);
  const decide = (side: Side) => item.forEach((clash) => onDecide(clash, side));
  const column = (side: Side, title: string, choose: string) => (
    <Box flexGrow={1} flexBasis="14rem" minWidth="size0">
      <Card padding="space50">
        <Heading as="h4" variant="heading50">
          {title}
        </Heading>
        <ChangeList before={sides.before} after={sides[side]} language={language} t={t} />
        <Box marginTop="space40">
          <Button variant="secondary" size="small" onClick={() => decide(side)}>
            {choose}
          </Button>
        </Box>
      </Card>
    </Box>
  );
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space50">
      {column('mine', t('clash.mine'), t('clash.takeMine'))}
      {column('theirs', t('clash.theirs', { by: others }), t('clash.takeTheirs', { by: others }))}
    </Box>
  );
}
