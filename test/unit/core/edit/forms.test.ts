import type { CatalogContent, Field } from '../../../../src/core/catalog/types';
import { fieldsOf } from '../../../../src/core/catalog/fieldsOf';
import {
  addAssignment,
  moveAssignment,
  proposeAssignmentId,
  removeAssignment,
  setAssignment,
} from '../../../../src/core/edit/assignments';
import {
  addField,
  addForm,
  addSection,
  moveField,
  moveForm,
  moveSection,
  proposeFieldId,
  proposeForm,
  proposeSectionId,
  removeField,
  removeForm,
  removeSection,
  setField,
  setForm,
  setSection,
} from '../../../../src/core/edit/forms';
import { richCatalog, richForm } from '../../../support/richCatalog';

const formIn = (content: CatalogContent) => content.forms[0] ?? richForm;
const fieldIds = (content: CatalogContent): readonly string[] =>
  fieldsOf(formIn(content)).map(({ id }) => id);
const sectionIds = (content: CatalogContent): readonly string[] =>
  formIn(content).sections.map(({ id }) => id);

const field: Field = {
  kind: 'text',
  id: 'reason',
  name: { en: 'Reason' },
  target: { path: 'conversations.case' },
};

test('forms are added with a section, set, moved and removed', () => {
  const proposed = proposeForm(richCatalog, 'Rich', 'es');
  expect(proposed).toEqual({
    id: 'rich-2',
    name: { en: 'Rich', es: 'Rich' },
    sections: [{ id: 'rich', name: { en: 'Rich', es: 'Rich' }, fields: [] }],
  });
  const added = moveForm(addForm(richCatalog, proposed), 'rich-2', 'rich');
  expect(added.forms.map(({ id }) => id)).toEqual(['rich-2', 'rich']);
  const set = setForm(added, 'rich-2', { asksOnlyMissing: true });
  expect(set.forms[0]?.asksOnlyMissing).toBe(true);
  expect(setForm(set, 'rich-2', { asksOnlyMissing: undefined })).toEqual(added);
  expect(removeForm(set, 'rich-2')).toEqual(richCatalog);
});

test('sections are added, set, moved and removed', () => {
  const section = { id: proposeSectionId(richForm, 'Result'), name: { en: 'Result' }, fields: [] };
  const added = addSection(richCatalog, 'rich', section, 'details');
  expect(sectionIds(added)).toEqual(['result', 'result-2', 'details']);
  const moved = moveSection(added, 'rich', 'result-2', null);
  expect(sectionIds(moved)).toEqual(['result', 'details', 'result-2']);
  const set = setSection(moved, 'rich', 'result-2', { rules: { show: true } });
  expect(formIn(set).sections[2]?.rules).toEqual({ show: true });
  expect(removeSection(set, 'rich', 'result-2')).toEqual(richCatalog);
});

test('fields are added, set, moved between sections and removed', () => {
  const added = addField(richCatalog, 'rich', field, { section: 'result', before: 'product' });
  expect(fieldIds(added).slice(0, 3)).toEqual(['outcome', 'reason', 'product']);
  const moved = moveField(added, 'rich', 'reason', { section: 'details', before: null });
  expect(fieldIds(moved).slice(-2)).toEqual(['market', 'reason']);
  const set = setField(moved, 'rich', 'reason', (before) => ({ ...before, help: { en: 'Why' } }));
  expect(fieldsOf(formIn(set)).find(({ id }) => id === 'reason')?.help).toEqual({ en: 'Why' });
  expect(removeField(set, 'rich', 'reason')).toEqual(richCatalog);
  expect(proposeFieldId(richForm, 'Note')).toBe('note-2');
});

test('what is not there changes nothing', () => {
  const nowhere = { section: 'nowhere', before: null };
  expect(setField(richCatalog, 'rich', 'nothing', () => field)).toBe(richCatalog);
  expect(moveField(richCatalog, 'rich', 'note', nowhere)).toBe(richCatalog);
  expect(removeField(richCatalog, 'rich', 'nothing')).toBe(richCatalog);
  expect(moveSection(richCatalog, 'nothing', 'result', null)).toBe(richCatalog);
  expect(removeAssignment(richCatalog, 'nothing')).toBe(richCatalog);
});

test('assignments are added, set, moved and removed', () => {
  const assignment = { id: proposeAssignmentId(richCatalog, null), when: {}, form: null };
  const added = addAssignment(richCatalog, assignment, 'all');
  expect(added.assignments.map(({ id }) => id)).toEqual(['no-form', 'all']);
  const set = setAssignment(added, 'no-form', { when: { channels: ['email'] } });
  expect(set.assignments[0]?.when).toEqual({ channels: ['email'] });
  const moved = moveAssignment(set, 'no-form', null);
  expect(moved.assignments.map(({ id }) => id)).toEqual(['all', 'no-form']);
  expect(removeAssignment(moved, 'no-form')).toEqual(richCatalog);
});
