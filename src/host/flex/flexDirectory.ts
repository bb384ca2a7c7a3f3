import { NOTHING_KNOWN, type AccountDirectory } from '../../app/editing/directory';
import type { Manager } from './flexTypes';

/** What Flex knows of the account. How it is looked up is fetched when it is first wanted: agents never want it. */
export const createFlexDirectory = (manager: Manager): AccountDirectory => ({
  look: async () => {
    try {
      const { lookAccount } = await import('./lookAccount');
      return await lookAccount(manager);
    } catch (error) {
      console.warn('[debrief] the account cannot be looked up', error);
      return NOTHING_KNOWN;
    }
  },
});
