import type { FlexPage } from './FlexPage';

/** One transfer as an ITask of Flex shows it to a plugin. */
export interface Known {
  readonly mode: string;
  readonly status: string;
  readonly type: string;
  /** Who has handed the task on. */
  readonly workerSid: string;
  readonly to: string;
  /** The reservation it was handed on from. */
  readonly reservationSid: string;
}

interface KnownOfTask {
  readonly status: string;
  readonly taskStatus: string;
  readonly incoming: Known | null;
  readonly outgoing: Known | null;
}

type Transfer = Omit<Known, 'reservationSid'> & { readonly source: Known };

interface Task {
  readonly status: string;
  readonly taskStatus: string;
  readonly incomingTransferObject?: Transfer;
  readonly outgoingTransferObject?: Transfer;
}

interface PageWithKnown {
  readonly Twilio: {
    readonly Flex: {
      readonly Manager: {
        getInstance(): {
          readonly store: { getState(): { flex: { worker: { tasks: Map<string, Task> } } } };
          readonly events: { addListener(name: string, listener: (task: Task) => void): void };
        };
      };
    };
  };
  knownOf?: (task: Task) => KnownOfTask;
  knownAt: Record<string, KnownOfTask>;
}

const install = (flex: FlexPage): Promise<void> =>
  flex.page.evaluate(() => {
    const page = window as never as PageWithKnown;
    if (page.knownOf) return;
    const transfer = (known: Transfer | undefined): Known | null =>
      known
        ? {
            mode: known.mode,
            status: known.status,
            type: known.type,
            workerSid: known.workerSid,
            to: known.to,
            reservationSid: known.source.reservationSid,
          }
        : null;
    page.knownOf = (task) => ({
      status: task.status,
      taskStatus: task.taskStatus,
      incoming: transfer(task.incomingTransferObject),
      outgoing: transfer(task.outgoingTransferObject),
    });
    page.knownAt = {};
  });

/** From now on notes what the tasks of Flex's events know; the last of each event is kept. */
export const recordKnown = async (flex: FlexPage): Promise<void> => {
  await install(flex);
  await flex.page.evaluate(() => {
    const page = window as never as PageWithKnown;
    const { events } = page.Twilio.Flex.Manager.getInstance();
    for (const name of ['taskReceived', 'taskAccepted', 'taskWrapup']) {
      events.addListener(name, (task) => {
        page.knownAt[name] = page.knownOf!(task);
      });
    }
  });
};

/** What the task of the last such event knew at that moment. */
export const knownAt = (flex: FlexPage, event: string): Promise<KnownOfTask | undefined> =>
  flex.page.evaluate((name) => (window as never as PageWithKnown).knownAt[name], event);

/** What the agent's one task knows now. */
export const known = async (flex: FlexPage): Promise<KnownOfTask | null> => {
  await install(flex);
  return flex.page.evaluate(() => {
    const page = window as never as PageWithKnown;
    const { tasks } = page.Twilio.Flex.Manager.getInstance().store.getState().flex.worker;
    const [task] = [...tasks.values()];
    return task ? page.knownOf!(task) : null;
  });
};
