import { Box } from '@twilio-paste/core/box';
import { Spinner } from '@twilio-paste/core/spinner';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { useMemo, useState } from 'react';
import type { Addresses } from '../control/api';
import { ConsoleContext } from './ConsoleContext';
import { ConsoleHeader } from './ConsoleHeader';
import type { ControlClient } from './controlClient';
import { FaultsPanel } from './FaultsPanel';
import { Ledger } from './Ledger';
import { RefusalNotice } from './RefusalNotice';
import { SendTask } from './SendTask';
import { SettingsPanel } from './SettingsPanel';
import { TaskList } from './TaskList';
import { UnknownCalls } from './UnknownCalls';
import { useSandbox } from './useSandbox';

interface ConsoleProps {
  readonly client: ControlClient;
  readonly addresses: Addresses;
}

const ELEMENTS = {
  CODE_TEXTAREA_ELEMENT: { fontFamily: 'fontFamilyCode' },
} as const;

/** The operator's page: sends in tasks, plays the outside world, and shows what became of them. */
export const Console = ({ client, addresses }: ConsoleProps) => {
  const { state, ledger, scenarios, failure, link } = useSandbox(client);
  const [message, setMessage] = useState('');
  const services = useMemo(() => {
    // With the time, so that the same message twice is heard twice.
    const announce = (text: string) => setMessage(`${new Date().toLocaleTimeString()} ${text}`);
    return { client, announce };
  }, [client]);
  return (
    <CustomizationProvider baseTheme="default" disableAnimations elements={ELEMENTS}>
      <ConsoleContext.Provider value={services}>
        <ConsoleHeader
          addresses={addresses}
          workers={state?.workers ?? []}
          activeFaults={state?.faults.length ?? 0}
          link={link}
          message={message}
        />
        <Box as="main" padding="space60" display="flex" flexDirection="column" rowGap="space50">
          <RefusalNotice title="The console can't read the sandbox" refusal={failure} />
          <UnknownCalls calls={state?.unknownCalls ?? []} />
          {state ? (
            <div className="columns">
              <div className="column">
                <SendTask scenarios={scenarios} queues={state.queues} />
                <SettingsPanel settings={state.settings} />
                <FaultsPanel
                  faults={state.faults}
                  rateLimits={state.rateLimits}
                  aheadSeconds={state.aheadSeconds}
                />
              </div>
              <div className="column">
                <TaskList tasks={state.tasks} />
              </div>
              <div className="column">
                <Ledger entries={ledger} />
              </div>
            </div>
          ) : (
            !failure && <Spinner decorative={false} title="Reading the sandbox" size="sizeIcon60" />
          )}
        </Box>
      </ConsoleContext.Provider>
    </CustomizationProvider>
  );
};
