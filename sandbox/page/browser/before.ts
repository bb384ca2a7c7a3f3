/** What has to be in place before Flex's own code runs. */
import { connectFarEnd, keepPeersLocal } from './farEnd';
import { readSettings } from './readSettings';
import { installReroute } from './reroute';
import { installSilentMicrophone } from './silentMicrophone';

installReroute(readSettings().functions);
installSilentMicrophone();
keepPeersLocal();
connectFarEnd();
