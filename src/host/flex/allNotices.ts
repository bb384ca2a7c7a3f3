import type { Translate } from '../../strings/translate';
import type { Flex, Manager } from './flexTypes';
import { registerNotices, type Notices } from './notices';

/** Every notice of ours. Those without a text get one each time they are shown. */
export const allNotices = (flex: Flex, manager: Manager, translate: Translate): Notices =>
  registerNotices(flex, manager, [
    {
      id: 'catalogBroken',
      type: 'error',
      text: translate('notice.catalogBroken'),
    },
    { id: 'catalogWarning', type: 'warning', text: '' },
    { id: 'catalogRefused', type: 'error', text: '' },
    { id: 'catalogUnreachable', type: 'warning', text: '' },
    { id: 'pluginError', type: 'error', text: translate('notice.pluginError') },
    { id: 'gateError', type: 'error', text: translate('notice.gateError') },
    {
      id: 'gateErrorWayOut',
      type: 'error',
      text: translate('notice.gateErrorWayOut'),
    },
    {
      id: 'endedUnsaved',
      type: 'warning',
      text: translate('notice.endedUnsaved'),
    },
    {
      id: 'unprotected',
      type: 'warning',
      text: translate('notice.unprotected'),
    },
    { id: 'timeout', type: 'warning', text: '' },
    { id: 'timeHeld', type: 'warning', text: translate('notice.timeHeld') },
    { id: 'heldUp', type: 'warning', text: translate('notice.heldUp') },
    { id: 'leftSaved', type: 'warning', text: '' },
    { id: 'leftUnsaved', type: 'error', text: '' },
    { id: 'settingMisunderstood', type: 'warning', text: '' },
    { id: 'serviceUnavailable', type: 'warning', text: '' },
    { id: 'noTabs', type: 'warning', text: '' },
    { id: 'dispositions', type: 'warning', text: '' },
    { id: 'noDrafts', type: 'warning', text: translate('notice.noDrafts') },
    { id: 'draftsUnreadable', type: 'warning', text: translate('notice.draftsUnreadable') },
  ]);
