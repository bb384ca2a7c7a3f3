import type { Flex, Manager } from '../../../src/host/flex/flexTypes';
import { registerNotices } from '../../../src/host/flex/notices';

const setUp = (text: string) => {
  const strings: Record<string, string> = {};
  const shown: string[] = [];
  const flex = {
    NotificationType: { warning: 'warning' },
    Notifications: {
      registerNotification: () => undefined,
      showNotification: (id: string) => shown.push(id),
    },
  } as unknown as Flex;
  const manager = { strings } as unknown as Manager;
  const notices = registerNotices(flex, manager, [{ id: 'a', type: 'warning', text }]);
  return { strings, shown, notices };
};

it('says what it was registered with, unless it is given another text', () => {
  const { strings, shown, notices } = setUp('One.');
  expect(strings).toEqual({ 'debrief.a': 'One.' });
  notices.show('a', 'Two.');
  expect(strings).toEqual({ 'debrief.a': 'Two.' });
  expect(shown).toEqual(['debrief.a']);
});

// Shown by the real Flex UI: `{{#if` in a setting's name kept it from starting.
it('hands Flex neither templates nor HTML', () => {
  const { strings, notices } = setUp('{{#if');
  expect(strings['debrief.a']).toBe('&#123;&#123;#if');
  notices.show('a', '<img src="x"> & {');
  expect(strings['debrief.a']).toBe('&#60;img src=&#34;x&#34;&#62; &#38; &#123;');
});
