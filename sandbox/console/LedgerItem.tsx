import { Box } from '@twilio-paste/core/box';
import { Disclosure, DisclosureContent, DisclosureHeading } from '@twilio-paste/core/disclosure';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import { useMemo } from 'react';
import type { Finding } from '../../src/core/insights/types';
import type { LedgerEntry } from '../control/api';
import { attributeDiff, type AttributeDiff } from './attributeDiff';
import { DiffView } from './DiffView';
import { FindingList } from './FindingList';
import { RawAttributes } from './RawAttributes';
import { RecordTable } from './RecordTable';
import { timeOfDay } from './timeOfDay';

const counts = ({ added, changed, removed, untouched }: AttributeDiff) =>
  [
    `${added.length} added`,
    `${changed.length} changed`,
    `${removed.length} removed`,
    `${untouched.length} untouched`,
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
    <article aria-label={`${entry.event} ${entry.reservationSid}`}>
      <Disclosure variant="contained" visible={entry.event === 'reservation.completed'}>
        <DisclosureHeading as="h3" variant="heading50">
          {entry.event}
        </DisclosureHeading>
        <Text
          as="p"
          fontSize="fontSize20"
          color="colorTextWeak"
          paddingX="space50"
          paddingBottom="space30"
        >
          <time dateTime={entry.at}>{timeOfDay(entry.at)}</time>, {entry.worker}, {counts(diff)},{' '}
          {findings.length === 1 ? '1 finding' : `${findings.length} findings`}
        </Text>
        <DisclosureContent>
          <Box display="flex" flexDirection="column" rowGap="space50">
            <Text as="p" fontSize="fontSize20" color="colorTextWeak" fontFamily="fontFamilyCode">
              {entry.taskSid} {entry.reservationSid}
            </Text>
            <div>
              <Heading as="h4" variant="heading50">
                Since the task came in
              </Heading>
              <DiffView diff={diff} />
            </div>
            <div>
              <Heading as="h4" variant="heading50">
                The record Insights would make
              </Heading>
              <RecordTable values={entry.record.values} written={written} />
            </div>
            <FindingList findings={findings} />
            <div>
              <Heading as="h4" variant="heading50">
                On the task at this event
              </Heading>
              <RawAttributes
                label={`Attributes at ${entry.event} of ${entry.reservationSid}`}
                attributes={entry.attributes}
              />
            </div>
          </Box>
        </DisclosureContent>
      </Disclosure>
    </article>
  );
};
