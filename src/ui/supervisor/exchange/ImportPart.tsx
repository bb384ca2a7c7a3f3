import { useMemo, useState, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import type { Edit } from '../EditorTabProps';
import { SourceInput } from './SourceInput';

/** What an import would do. */
export interface DryRun {
  /** In a line. */
  readonly summary: string;
  readonly details: ReactNode;
  /** Null: nothing of it can be taken, or there is nothing to take. */
  readonly change: Edit | null;
  /** The step's name for undo. */
  readonly step: string;
  readonly isRefused: boolean;
}

interface ImportPartProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly fileLabel: string;
  readonly pasteLabel: string;
  readonly accept: string;
  readonly help: string;
  /** Further choices, before the source. */
  readonly choices?: ReactNode;
  readonly tryOut: (source: string) => DryRun;
  readonly edit: (what: string, change: Edit) => void;
  readonly t: TranslateEditor;
}

/** Takes a source in two steps: what it would do, and then, in one step of undo, doing it. */
export function ImportPart({
  id,
  title,
  text,
  fileLabel,
  pasteLabel,
  accept,
  help,
  choices,
  tryOut,
  edit,
  t,
}: ImportPartProps) {
  const [source, setSource] = useState('');
  const [checked, setChecked] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  /** A new one for each import, so that the fields are empty again. */
  const [round, setRound] = useState(0);
  // Made anew when the draft changes below it, so that it never speaks of another draft.
  const dryRun = useMemo(() => (checked === null ? null : tryOut(checked)), [checked, tryOut]);

  const apply = ({ change, step, summary }: DryRun) => {
    if (!change) return;
    edit(step, change);
    setDone(summary);
    setChecked(null);
    setSource('');
    setRound(round + 1);
  };
  return (
    <Box as="section" aria-labelledby={`${id}-title`} minWidth="size0">
      <Heading as="h3" variant="heading40" id={`${id}-title`}>
        {title}
      </Heading>
      <Paragraph>{text}</Paragraph>
      <Box display="flex" flexDirection="column" rowGap="space50" maxWidth="size70">
        {choices}
        <SourceInput
          key={round}
          id={id}
          fileLabel={fileLabel}
          pasteLabel={pasteLabel}
          accept={accept}
          help={help}
          t={t}
          onText={(next) => {
            setSource(next);
            setChecked(null);
            setDone(null);
          }}
        />
        <Box>
          <Button
            variant="secondary"
            disabled={source.trim() === ''}
            onClick={() => setChecked(source)}
          >
            {t('exchange.check')}
          </Button>
        </Box>
      </Box>
      <Box role="status" marginTop="space50">
        {dryRun ? (
          <Callout variant={dryRun.isRefused ? 'error' : 'neutral'}>
            <CalloutHeading as="h4">
              {t(dryRun.isRefused ? 'exchange.refused' : 'exchange.would')}
            </CalloutHeading>
            <CalloutText>{dryRun.summary}</CalloutText>
          </Callout>
        ) : done !== null ? (
          <Callout variant="success">
            <CalloutHeading as="h4">{t('exchange.done')}</CalloutHeading>
            <CalloutText>
              {done} {t('exchange.doneNext')}
            </CalloutText>
          </Callout>
        ) : null}
      </Box>
      {dryRun ? (
        <Box marginTop="space50" display="flex" flexDirection="column" rowGap="space50">
          {dryRun.details}
          {dryRun.change ? (
            <Box>
              <Button variant="primary" onClick={() => apply(dryRun)}>
                {t('exchange.import')}
              </Button>
            </Box>
          ) : null}
        </Box>
      ) : null}
    </Box>
  );
}
