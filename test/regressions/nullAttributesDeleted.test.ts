import { captureOf, saved } from '../support/richCapture';

// Elsewhere: saving a disposition deleted every attribute of others that was null.
it('attributes of others that are null, empty or false stay', () => {
  const task = { legacy: null, empty: '', none: [], no: false, conversations: { theirs: null } };
  const capture = captureOf(task, { type: 'choose', field: 'outcome', code: 'other' });
  expect(saved(capture, task)).toBe(
    '{"legacy":null,"empty":"","none":[],"no":false,"conversations":{"theirs":null,"outcome":"Other"}}',
  );
});
