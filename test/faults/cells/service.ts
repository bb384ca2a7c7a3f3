import { smallCatalog } from '../../e2e/support/catalogs';
import type { CallFault } from '../../../sandbox/control/api';
import { flex, type FlexCell } from '../flexCell';

const overFunctions = flex('Functions');

/** What is answered is kept at the service too: the only thing that is sent while the agent answers. */
const KEPT_ELSEWHERE = {
  debrief: {
    catalog: smallCatalog({
      policies: { enforcement: 'required', wayOut: false, serviceDrafts: true },
    }),
  },
};

const atCapture =
  (operation: string, kind: CallFault): FlexCell['story'] =>
  async (scene) => {
    scene.required = { outcome: 'Outcome' };
    scene.meant = '"outcome":"Billing dispute","content":"of the call"';
    await scene.taken();
    await scene.fault(operation, kind, 'until-off');
    const keeps = scene.page.waitForRequest((request) =>
      Boolean(request.postData()?.includes('operation=keepDraft')),
    );
    await scene.flex.choose('Outcome', 'Billing dispute');
    await keeps;
    await scene.flex.text('Note').fill('of the call');
    await scene.faultsEnd();
    await scene.complete();
    await scene.ends();
  };

const BUSY = { type: 'status', status: 429, retryAfterSeconds: 1 } as const;

export const SERVICE: readonly FlexCell[] = [
  overFunctions('429', 'capture', 'saved', atCapture('api.sync.document.*', BUSY), KEPT_ELSEWHERE),
  overFunctions(
    'lost answer',
    'capture',
    'saved',
    atCapture('functions.call', { type: 'lost-answer' }),
    KEPT_ELSEWHERE,
  ),
  overFunctions(
    'hang',
    'capture',
    'saved',
    atCapture('functions.call', { type: 'hang' }),
    KEPT_ELSEWHERE,
  ),
  overFunctions(
    '500',
    'capture',
    'saved',
    atCapture('functions.call', { type: 'status', status: 500 }),
    KEPT_ELSEWHERE,
  ),
];
