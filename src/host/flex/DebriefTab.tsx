import type { ITask } from '@twilio/flex-ui';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '../../app/sessions';
import { CapturePanel } from '../../ui/agent/CapturePanel';
import { NoForm } from '../../ui/agent/NoForm';
import { PanelErrorBoundary } from '../../ui/agent/PanelErrorBoundary';
import type { SessionCommands } from '../../app/session';

export interface TabServices {
  readonly app: AppState;
  readonly language: string;
  /** Opens the task's session, or takes in what the task says now. */
  readonly attend: (task: ITask) => void;
  /** The tab went away: a task of somebody else is forgotten, the agent's own is kept. */
  readonly leave: (reservationSid: string) => void;
  readonly commandsFor: (reservationSid: string) => SessionCommands;
  /** The panel broke while it drew. It says so itself; what it asks for can't be answered there. */
  readonly onPanelError: (reservationSid: string, error: unknown) => void;
}

interface Props extends TabServices {
  /** The task that Flex shows. */
  readonly task?: ITask;
}

const SessionPanel = ({
  app,
  language,
  attend,
  leave,
  commandsFor,
  task,
}: Omit<Required<Props>, 'onPanelError'>) => {
  const session = useStore(app.store, ({ sessions }) => sessions[task.sid]);
  const commands = useMemo(() => commandsFor(task.sid), [commandsFor, task.sid]);
  const { attributes } = task;
  const isOpen = session !== undefined;
  // Flex UI 2.17.1 emits no event when somebody else writes the attributes of a task: it only draws again.
  useEffect(() => attend(task), [attend, task, attributes, isOpen]);
  useEffect(() => () => leave(task.sid), [leave, task.sid]);
  if (!session) return <NoForm isKnown={app.catalogs.inForce() !== null} language={language} />;
  return <CapturePanel session={session} commands={commands} language={language} />;
};

/** The content of the Wrap-up tab for the task that Flex shows. */
export const DebriefTab = ({ task, ...services }: Props) =>
  task ? (
    <PanelErrorBoundary
      key={task.sid}
      language={services.language}
      onError={(error) => services.onPanelError(task.sid, error)}
    >
      <SessionPanel task={task} {...services} />
    </PanelErrorBoundary>
  ) : null;
