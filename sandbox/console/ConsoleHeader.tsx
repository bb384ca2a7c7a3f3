import { Anchor } from '@twilio-paste/core/anchor';
import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import type { Addresses, PersonId, SandboxState } from '../control/api';
import { ResetButton } from './ResetButton';
import type { Sandbox } from './useSandbox';

const PEOPLE: readonly { readonly id: PersonId; readonly name: string }[] = [
  { id: 'agent1', name: 'Agent 1' },
  { id: 'agent2', name: 'Agent 2' },
  { id: 'supervisor', name: 'Supervisor' },
  { id: 'admin', name: 'Admin' },
  { id: 'supervisor2', name: 'Supervisor 2' },
];

const LINKS = {
  connecting: { variant: 'neutral', name: 'Connecting' },
  live: { variant: 'success', name: 'Live' },
  lost: { variant: 'error', name: 'Connection lost' },
} as const;

interface ConsoleHeaderProps {
  readonly addresses: Addresses;
  readonly workers: SandboxState['workers'];
  readonly activeFaults: number;
  readonly link: Sandbox['link'];
  /** What was done last. */
  readonly message: string;
}

/** Who is there to be played, and the way back to the start. */
export const ConsoleHeader = ({
  addresses,
  workers,
  activeFaults,
  link,
  message,
}: ConsoleHeaderProps) => (
  <Box
    as="header"
    position="sticky"
    top="0"
    zIndex="zIndex30"
    display="flex"
    flexWrap="wrap"
    alignItems="center"
    columnGap="space60"
    rowGap="space30"
    paddingX="space70"
    paddingY="space40"
    backgroundColor="colorBackgroundBody"
    borderBottomStyle="solid"
    borderBottomWidth="borderWidth10"
    borderBottomColor="colorBorderWeaker"
  >
    <Heading as="h1" variant="heading30" marginBottom="space0">
      Debrief sandbox
    </Heading>
    <Badge as="span" variant={LINKS[link].variant}>
      {LINKS[link].name}
    </Badge>
    {activeFaults > 0 && (
      <Badge as="a" href="#faults" variant="warning">
        {activeFaults === 1 ? '1 fault is active' : `${activeFaults} faults are active`}
      </Badge>
    )}
    <Box as="nav" aria-label="Flex desktops" display="flex" flexWrap="wrap" columnGap="space50">
      {PEOPLE.map(({ id, name }) => (
        <Box key={id} display="flex" alignItems="baseline" columnGap="space20">
          <Anchor
            href={addresses.people[id]}
            target="_blank"
            showExternal
            i18nExternalLinkLabel="(opens Flex in a new tab)"
          >
            {name}
          </Anchor>
          <Text as="span" fontSize="fontSize20" color="colorTextWeak">
            {workers.find((worker) => worker.name === id)?.activity}
          </Text>
        </Box>
      ))}
    </Box>
    <Box marginLeft="auto" display="flex" alignItems="center" columnGap="space50">
      <Text as="span" role="status" fontSize="fontSize20" color="colorTextWeak">
        {message}
      </Text>
      <ResetButton />
    </Box>
  </Box>
);
