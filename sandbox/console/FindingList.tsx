import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutHeading } from '@twilio-paste/core/callout';
import type { Finding } from '../../src/core/insights/types';
import { findingText } from './findingTexts';

interface FindingListProps {
  readonly findings: readonly Finding[];
}

/** What Insights would not keep as it was meant. */
export const FindingList = ({ findings }: FindingListProps) =>
  findings.length === 0 ? null : (
    <Callout variant="warning">
      <CalloutHeading as="h4">
        {findings.length === 1 ? '1 finding' : `${findings.length} findings`}
      </CalloutHeading>
      <Box as="ul" margin="space0" paddingLeft="space60" aria-label="Findings">
        {findings.map((finding, index) => (
          <li key={index}>
            {findingText(finding)} ({finding.basis}, rule {finding.rule})
          </li>
        ))}
      </Box>
    </Callout>
  );
