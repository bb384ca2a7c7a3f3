import { NOTHING_KNOWN, type AccountDirectory } from '../../app/editing/directory';
import type { Manager } from './flexTypes';
import { lookAccount } from './lookAccount';

/** What Flex knows of the account. Where it cannot be looked up, nothing is known. */
export const createFlexDirectory = (manager: Manager): AccountDirectory => ({
  look: async () => {
    try {
      return await lookAccount(manager);
    } catch (error) {
      console.warn('[debrief] the account cannot be looked up', error);
      return NOTHING_KNOWN;
    }
  },
});
