import { validateCapture } from '../../src/core/capture/validateCapture';
import type { Form } from '../../src/core/catalog/types';
import { captureOf, saved } from '../support/richCapture';
import { richCatalog, richForm } from '../support/richCatalog';
import { noFacts } from '../support/facts';

// Elsewhere: a required text was satisfied by a space.
describe('a text of spaces', () => {
  const requiredNote: Form = {
    ...richForm,
    sections: richForm.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.id === 'note' ? { ...field, required: true } : field,
      ),
    })),
  };
  const task = { conversations: { outcome: 'Other' } };
  const capture = captureOf(task, { type: 'write', field: 'note', text: ' \n\t ' });

  it('is missing where a text is required', () => {
    expect(validateCapture(richCatalog, requiredNote, capture, task, noFacts)).toEqual([
      { field: 'note', code: 'missing' },
    ]);
  });

  it('is not stored', () => {
    expect(saved(capture, task)).toBe('{"conversations":{"outcome":"Other"}}');
  });

  it('is missing when it is the prefill', () => {
    const spaces = { conversations: { outcome: 'Other', content: '  ' } };
    expect(validateCapture(richCatalog, requiredNote, captureOf(spaces), spaces, noFacts)).toEqual([
      { field: 'note', code: 'missing' },
    ]);
  });
});
