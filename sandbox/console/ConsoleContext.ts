import { createContext, useContext } from 'react';
import type { ControlClient } from './controlClient';

export interface ConsoleServices {
  readonly client: ControlClient;
  /** Says in the status line what has been done. */
  readonly announce: (message: string) => void;
}

export const ConsoleContext = createContext<ConsoleServices | null>(null);

export const useConsole = (): ConsoleServices => {
  const services = useContext(ConsoleContext);
  if (!services) throw new Error('useConsole needs a ConsoleContext.Provider above it');
  return services;
};
