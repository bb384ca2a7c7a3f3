import { useMemo } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import { Card } from '@twilio-paste/core/card';
import { Heading } from '@twilio-paste/core/heading';
import type { EditingCommands } from '../../../app/editing/openEditing';
import type { CatalogContent, LanguageTag } from '../../../core/catalog/types';
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

/** What two people have changed in two ways, side by side, for this one to choose. */
export function ClashList({ clashes, ...rest }: ClashListProps) {
  const { t } = rest;
  return (
    <Box role="group" aria-label={t('clash.title', { count: clashes.length })}>
      <Callout variant="warning">
        <CalloutHeading as="h3">{t('clash.title', { count: clashes.length })}</CalloutHeading>
        <CalloutText>{t('clash.text', { by: rest.others })}</CalloutText>
        <Box display="flex" flexDirection="column" rowGap="space50" marginTop="space50">
          {clashes.map((clash) => (
            <ClashChoice key={JSON.stringify(clash.path)} clash={clash} {...rest} />
          ))}
        </Box>
      </Callout>
    </Box>
  );
}

const OTHER: Readonly<Record<Side, Side>> = { mine: 'theirs', theirs: 'mine' };

function ClashChoice({
  clash,
  content,
  others,
  onDecide,
  language,
  t,
}: Omit<ClashListProps, 'clashes'> & { readonly clash: Clash }) {
  const sides = useMemo(() => {
    const other = OTHER[clash.holds];
    const before = resolveClash(content, { ...clash, [other]: clash.base }, other);
    return {
      before,
      mine: resolveClash(content, clash, 'mine'),
      theirs: resolveClash(content, clash, 'theirs'),
    };
  }, [content, clash]);
  const column = (side: Side, title: string, choose: string) => (
    <Box flexGrow={1} flexBasis="14rem" minWidth="size0">
      <Card padding="space50">
        <Heading as="h4" variant="heading50">
          {title}
        </Heading>
        <ChangeList before={sides.before} after={sides[side]} language={language} t={t} />
        <Box marginTop="space40">
          <Button variant="secondary" size="small" onClick={() => onDecide(clash, side)}>
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
