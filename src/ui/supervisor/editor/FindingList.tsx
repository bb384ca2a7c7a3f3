import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { ListItem } from '@twilio-paste/core/list';
import { Text } from '@twilio-paste/core/text';
import { ErrorIcon } from '@twilio-paste/icons/esm/ErrorIcon';
import { WarningIcon } from '@twilio-paste/icons/esm/WarningIcon';
import type { Findings } from '../../../app/editing/editingState';
import type { CatalogContent, CatalogProblem, LanguageTag } from '../../../core/catalog/types';
import { findingText } from '../../../strings/editor/findingText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { Disclosure } from '../../agent/Disclosure';
import { placeText } from './placeText';

interface FindingListProps {
  readonly findings: Findings;
  readonly language: LanguageTag;
  readonly onJump: (pointer: string) => void;
  readonly t: TranslateEditor;
}

/** Who has more than these has one cause of them, and mends it first. */
const SHOWN = 50;

/** What keeps the draft from being published and what its author should know, each with a way to its place. */
export function FindingList({ findings, language, onJump, t }: FindingListProps) {
  const { refusals, warnings, of } = findings;
  const count = refusals.length + warnings.length;
  if (count === 0) return null;
  const shown = [...refusals, ...warnings].slice(0, SHOWN);
  return (
    <Disclosure id="debrief-findings" title={findingsTitle(findings, t)}>
      {() => (
        <>
          <Box as="ul" listStyleType="none" margin="space0" padding="space0">
            {shown.map((finding, index) => (
              <ListItem key={`${finding.path} ${finding.code} ${index}`}>
                <Finding
                  finding={finding}
                  isRefusal={index < refusals.length}
                  content={of}
                  language={language}
                  onJump={onJump}
                  t={t}
                />
              </ListItem>
            ))}
          </Box>
          {count > SHOWN ? (
            <Text as="p" color="colorTextWeak">
              {t('findings.more', { count: count - SHOWN })}
            </Text>
          ) : null}
        </>
      )}
    </Disclosure>
  );
}

export function findingsTitle({ refusals, warnings }: Findings, t: TranslateEditor): string {
  const parts = [
    ...(refusals.length > 0 ? [t('findings.refusals', { count: refusals.length })] : []),
    ...(warnings.length > 0 ? [t('findings.warnings', { count: warnings.length })] : []),
  ];
  return parts.join(', ');
}

interface FindingProps extends Omit<FindingListProps, 'findings'> {
  readonly finding: CatalogProblem;
  readonly isRefusal: boolean;
  readonly content: CatalogContent;
}

function Finding({ finding, isRefusal, content, language, onJump, t }: FindingProps) {
  const Icon = isRefusal ? ErrorIcon : WarningIcon;
  const place = placeText(content, finding.path, language, t);
  return (
    <Box display="flex" columnGap="space30" flexWrap="wrap" overflowWrap="anywhere">
      <Icon
        decorative={false}
        title={t(isRefusal ? 'findings.refusal' : 'findings.warning')}
        size="sizeIcon20"
        color={isRefusal ? 'colorTextIconError' : 'colorTextIconWarning'}
      />
      <Button
        variant="link"
        aria-label={t('findings.jumpTo', { place })}
        onClick={() => onJump(finding.path)}
      >
        {place}
      </Button>
      <span>{findingText(t, finding)}</span>
    </Box>
  );
}
