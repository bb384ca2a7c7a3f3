import { Anchor } from '@twilio-paste/core/anchor';
import { Box } from '@twilio-paste/core/box';
import type { LedgerEntry } from '../control/api';
import { EmptyState } from './EmptyState';
import { LedgerItem } from './LedgerItem';
import { Panel } from './Panel';

interface LedgerProps {
  readonly entries: readonly LedgerEntry[];
}

/** What Insights would have read so far, newest first. */
export const Ledger = ({ entries }: LedgerProps) => (
  <Panel
    title="Ledger"
    aside={
      <Anchor href="/api/ledger" target="_blank" rel="noopener">
        Ledger as JSON
      </Anchor>
    }
  >
    {entries.length === 0 && (
      <EmptyState>
        Nothing yet. An entry appears at each reservation event that Flex Insights reads.
      </EmptyState>
    )}
    <Box display="flex" flexDirection="column" rowGap="space40">
      {[...entries].reverse().map((entry, index) => (
        // The position from the oldest on never changes: the ledger only grows.
        <LedgerItem key={entries.length - index} entry={entry} />
      ))}
    </Box>
  </Panel>
);
