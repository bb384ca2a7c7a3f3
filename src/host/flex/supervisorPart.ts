import type { Directory } from '../../app/editing/directory';
import type { Manager } from './flexTypes';

/**
 * What only supervisors need, fetched when it is first wanted. The split build compiles this module into a file of its
 * own (`config/apart/`): nothing of it is shared with the agents' file, neither Paste nor the stores.
 */
export const fetchEditor = () => import('../../ui/supervisor/editor/StandaloneEditor');

export const lookAtAccount = (manager: Manager): Promise<Directory> =>
  import('./flexDirectory').then(({ createFlexDirectory }) => createFlexDirectory(manager).look());
