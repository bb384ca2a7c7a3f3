import { loadCatalog } from '../../../src/host/flex/loadCatalog';
import { smallCatalog } from '../../support/smallCatalog';

const policies = {
  ...smallCatalog.policies,
  hipaa: 'omit',
  timeZone: 'Europe/Berlin',
  originsKey: 'debrief_origins',
} as const;
const catalog = { ...smallCatalog, policies };

test('the settings of an admin replace two policies and leave the others', () => {
  const loaded = loadCatalog({
    catalog,
    enforcement: 'observe',
    wayOut: true,
    functionsUrl: undefined,
    misunderstood: [],
  });
  expect(loaded.ok && loaded.value.policies).toEqual({
    ...policies,
    enforcement: 'observe',
    wayOut: true,
  });
});
