import { Box } from '@twilio-paste/core/box';
import { Disclosure, DisclosureContent, DisclosureHeading } from '@twilio-paste/core/disclosure';
import { Text } from '@twilio-paste/core/text';
import { useMemo } from 'react';
import type { Finding } from '../../src/core/insights/types';
import type { LedgerEntry } from '../control/api';
import { attributeDiff, type AttributeDiff } from './attributeDiff';
import { DiffView } from './DiffView';
import { FindingList } from './FindingList';
import { LedgerPart } from './LedgerPart';
import { RawAttributes } from './RawAttributes';
import { RecordTable } from './RecordTable';
import { timeOfDay } from './timeOfDay';

const counted = (diff: AttributeDiff, findings: number) =>
  [
    `${diff.added.length} added`,
    `${diff.changed.length} changed`,
    `${diff.removed.length} removed`,
    `${diff.untouched.length} untouched`,
    findings === 1 ? '1 finding' : `${findings} findings`,
  ].join(', ');

interface LedgerItemProps {
  readonly entry: LedgerEntry;
}

/** One reservation event: what was on the task then, and the record Insights would make of it. */
export const LedgerItem = ({ entry }: LedgerItemProps) => {
  const diff = useMemo(() => attributeDiff(entry.attributesBefore, entry.attributes), [entry]);
  const written = useMemo(
    () => new Set([...diff.added, ...diff.changed].map(({ path }) => path)),
    [diff],
  );
  const findings = entry.record.findings as readonly Finding[];
  return (
    <Box
      as="article"
      aria-label={`${entry.event} ${entry.reservationSid}`}
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeaker"
      borderRadius="borderRadius20"
      padding="space40"
    >
      {/* The one event whose record reports are made of stands open. */}
      <Disclosure visible={entry.event === 'reservation.completed'}>
        <Box display="flex" flexWrap="wrap" alignItems="center" justifyContent="space-between">
          <DisclosureHeading as="h3" variant="heading50" marginBottom="space0">
            {entry.event}
          </DisclosureHeading>
          <Text as="span" fontSize="fontSize20" color="colorTextWeak">
            {entry.worker}, <time dateTime={entry.at}>{timeOfDay(entry.at)}</time>
          </Text>
        </Box>
        <Text as="p" fontSize="fontSize20" color="colorTextWeak" paddingLeft="space60">
          {counted(diff, findings.length)}
        </Text>
        <DisclosureContent>
          <Box display="flex" flexDirection="column" rowGap="space60" paddingLeft="space60">
            <Box fontSize="fontSize20" color="colorTextWeak" overflowWrap="anywhere">
              Task <code>{entry.taskSid}</code>, reservation <code>{entry.reservationSid}</code>
            </Box>
            <LedgerPart title="Since the task came in">
              <DiffView diff={diff} />
            </LedgerPart>
            <LedgerPart title="The record Insights would make">
              <RecordTable values={entry.record.values} written={written} />
              <FindingList findings={findings} />
            </LedgerPart>
            <LedgerPart title="On the task at this event">
              <RawAttributes
                label={`Attributes at ${entry.event} of ${entry.reservationSid}`}
                attributes={entry.attributes}
              />
            </LedgerPart>
          </Box>
        </DisclosureContent>
      </Disclosure>
    </Box>
  );
};
