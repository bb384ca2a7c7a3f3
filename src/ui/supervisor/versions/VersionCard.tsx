import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Card } from '@twilio-paste/core/card';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import type { LanguageTag } from '../../../core/catalog/types';
import type { VersionHeader } from '../../../core/publishing/types';
import { momentText } from '../../../strings/editor/momentText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { Disclosure } from '../../agent/Disclosure';
import type { useVersionContents } from './useVersionContents';
import { VersionDiff } from './VersionDiff';

interface VersionCardProps {
  readonly header: VersionHeader;
  /** The version before it; null: it is the first, undefined: not known. */
  readonly before: VersionHeader | null | undefined;
  readonly inForce: VersionHeader;
  readonly contents: ReturnType<typeof useVersionContents>;
  readonly readOnly: boolean;
  readonly onRollBack: () => void;
  /** Of names. */
  readonly language: LanguageTag;
  /** Of the page. */
  readonly pageLanguage: string;
  readonly t: TranslateEditor;
}

/** One published version: whose, why, what was new in it, and the way back to it. */
export function VersionCard(props: VersionCardProps) {
  const { header, before, inForce, contents, language, pageLanguage, t } = props;
  const isInForce = header.version === inForce.version;
  const version = String(header.version);
  const diff = (one: VersionHeader, other: VersionHeader) => (
    <VersionDiff before={one} after={other} contents={contents} language={language} t={t} />
  );
  return (
    <Card padding="space50">
      <Box display="flex" flexDirection="column" rowGap="space30" overflowWrap="anywhere">
        <Box display="flex" flexWrap="wrap" columnGap="space40" alignItems="center">
          <Heading as="h4" variant="heading40" marginBottom="space0">
            {t('versions.version', { version })}
          </Heading>
          {isInForce ? (
            <Badge as="span" variant="success">
              {t('versions.inForce')}
            </Badge>
          ) : null}
        </Box>
        <Text as="p">{header.note}</Text>
        <Text as="p" color="colorTextWeak">
          {t('versions.by', { by: header.by, at: momentText(header.at, pageLanguage) })}
          {header.rolledBackTo === undefined
            ? null
            : `. ${t('versions.rolledBack', { version: String(header.rolledBackTo) })}.`}
        </Text>
        {before === undefined ? null : (
          <Disclosure
            id={`debrief-version-${version}-changes`}
            title={t('versions.changes')}
            label={t('versions.changesOf', { version })}
          >
            {() =>
              before === null ? <Text as="p">{t('versions.first')}</Text> : diff(before, header)
            }
          </Disclosure>
        )}
        {isInForce ? null : (
          <Disclosure
            id={`debrief-version-${version}-since`}
            title={t('versions.sinceForce')}
            label={t('versions.sinceForceOf', { version })}
          >
            {() => diff(inForce, header)}
          </Disclosure>
        )}
        {isInForce || props.readOnly ? null : (
          <Box>
            <Button
              variant="secondary"
              size="small"
              aria-label={t('versions.rollBackOf', { version })}
              onClick={props.onRollBack}
            >
              {t('versions.rollBack')}
            </Button>
          </Box>
        )}
      </Box>
    </Card>
  );
}
