import { CustomizationProvider } from '@twilio-paste/core/customization';
import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { ConsoleContext } from '../../sandbox/console/ConsoleContext';
import type { ControlClient } from '../../sandbox/console/controlClient';
import { fakeControlClient } from './fakeControlClient';

/** Renders a part of the operator console with what it needs around it. */
export const renderInConsole = (
  part: ReactElement,
  client: ControlClient = fakeControlClient(),
) => {
  const announce = jest.fn((_message: string) => undefined);
  const services = { client, announce };
  const Around = ({ children }: { readonly children?: ReactNode }) => (
    <CustomizationProvider baseTheme="default" disableAnimations>
      <ConsoleContext.Provider value={services}>{children}</ConsoleContext.Provider>
    </CustomizationProvider>
  );
  return { announce, ...render(part, { wrapper: Around }) };
};
