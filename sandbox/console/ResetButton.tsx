import { AlertDialog } from '@twilio-paste/core/alert-dialog';
import { Button } from '@twilio-paste/core/button';
import { useState } from 'react';
import { RefusalNotice } from './RefusalNotice';
import { useOperation } from './useOperation';

/** Puts the sandbox back to its first state, after asking. */
export const ResetButton = () => {
  const [asking, setAsking] = useState(false);
  const { refusal, run } = useOperation();
  const reset = async () => {
    const done = 'The sandbox is reset. Reload the pages of agents, supervisor and admin.';
    if (await run((client) => client.reset(), done)) setAsking(false);
  };
  return (
    <>
      <Button variant="destructive_secondary" size="small" onClick={() => setAsking(true)}>
        Reset
      </Button>
      <AlertDialog
        heading="Reset the sandbox?"
        isOpen={asking}
        destructive
        onConfirm={() => void reset()}
        onConfirmLabel="Reset"
        onDismiss={() => setAsking(false)}
        onDismissLabel="Keep everything"
      >
        All tasks, the ledger, emulated calls, faults and settings go. The open pages of agents,
        supervisor and admin have to be reloaded.
        <RefusalNotice title="Not reset" refusal={refusal} />
      </AlertDialog>
    </>
  );
};
