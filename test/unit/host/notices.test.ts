import type { Flex, Manager } from '../../../src/host/flex/flexTypes';
import { registerNotices } from '../../../src/host/flex/notices';

const setUp = (text: string) => {
  const strings: Record<string, string> = {};
  const shown: unknown[] = [];
  const dismissed: unknown[] = [];
  const flex = {
    NotificationType: { warning: 'warning' },
    Notifications: {
      registerNotification: () => undefined,
      showNotification: (id: string, context: unknown) => shown.push([id, context]),
      dismissNotificationById: (id: string) => dismissed.push(id),
    },
  } as unknown as Flex;
  const manager = { strings } as unknown as Manager;
  const notices = registerNotices(flex, manager, [{ id: 'a', type: 'warning', text }]);
  return { strings, shown, dismissed, notices };
};

it('says what it was registered with, unless it is given another text', () => {
  const { shown, notices } = setUp('One.');
  notices.show('a');
  notices.show('a', 'Two.');
  expect(shown).toEqual([
    ['debrief.a', { text: 'One.' }],
    ['debrief.a', { text: 'Two.' }],
  ]);
});

// Shown by the real Flex UI: `{{#if` in a setting's name kept it from starting, and a text put among the strings after
// the start was not seen.
it('hands Flex one template, and texts only as its value', () => {
  const { strings, shown, notices } = setUp('{{#if');
  notices.show('a', '<img src="x"> & {');
  expect(strings).toEqual({ 'debrief.a': '{{text}}' });
  expect(shown).toEqual([['debrief.a', { text: '<img src="x"> & {' }]]);
});

it('takes away what it has shown', () => {
  const { dismissed, notices } = setUp('One.');
  notices.hide('a');
  expect(dismissed).toEqual(['debrief.a']);
});
