import { always } from '../../../../app/catalogs/always';
import { useEffect, useMemo, useReducer } from 'react';
import { changeAnswers } from '../../../../app/changeAnswers';
import { openSession } from '../../../../app/openSession';
import type { Session, SessionCommands } from '../../../../app/session';
import { createAppState, sessionOf } from '../../../../app/sessions';
import type { Catalog } from '../../../../core/catalog/types';
import { previewPorts } from './previewPorts';
import { factsOf, type Sample } from './samples';

const RESERVATION = 'preview';

interface Preview {
  readonly session: Session | undefined;
  readonly commands: SessionCommands;
}

/** A session of the agents' app over ports to nowhere. Answers stay when the catalog changes, as drafts do. */
export function usePreviewSession(catalog: Catalog, sample: Sample): Preview {
  const ports = useMemo(() => previewPorts(sample.task), [sample]);
  const app = useMemo(() => {
    const state = createAppState(always(catalog), ports);
    void openSession(state, {
      reservationSid: RESERVATION,
      facts: factsOf(sample),
      attributes: sample.task,
      readOnly: false,
    });
    return state;
  }, [catalog, ports, sample]);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    // The draft may have come in between.
    drawAgain();
    return app.store.subscribe(drawAgain);
  }, [app]);
  const commands = useMemo(
    (): SessionCommands => ({
      dispatch: (intent) => changeAnswers(app, RESERVATION, intent),
      retry: () => undefined,
      completeWithoutSaving: () => undefined,
      takeWayOut: () => undefined,
      takeMoreTime: () => undefined,
      decide: () => undefined,
      writeHere: () => undefined,
      hideRestored: () => undefined,
    }),
    [app],
  );
  return { session: sessionOf(app, RESERVATION), commands };
}
