import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import {
  closestCenter,
  DndContext,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { Option, Select } from '@twilio-paste/core/select';
import { useUID } from '@twilio-paste/core/uid-library';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import { fieldsOf } from '../../../core/catalog/fieldsOf';
import type { Form } from '../../../core/catalog/types';
import {
  addField,
  addSection,
  moveField,
  moveSection,
  proposeFieldId,
  proposeSectionId,
} from '../../../core/edit/forms';
import { useForms } from './FormsContext';
import { dropField, dropSection, outlineRows, type Direction, type OutlineRow } from './moves';
import { FIELD_KINDS, newField, type FieldKind } from './newField';
import { OutlineLine } from './OutlineLine';
import { fieldPointer, sectionPointer, type Selection } from './places';
import { placeToAdd } from './placeToAdd';
import { useMoves } from './useMoves';

interface OutlineProps {
  readonly form: Form;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Chooses something and takes the keyboard there. */
  readonly onOpen: (selection: Selection) => void;
}

/** Sections and fields of a form, to choose, to order and to add to. */
export function Outline({ form, selection, onSelect, onOpen }: OutlineProps) {
  const { content, edit, language, nameOf, readOnly, t } = useForms();
  const [kind, setKind] = useState<FieldKind>('choice');
  const kindId = useUID();
  const { move } = useMoves(form);
  // A few pixels tell a drag from a click.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const rows = outlineRows(form);
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));

  // A line that moves in the page loses the keyboard's place.
  const lines = useRef(new Map<string, HTMLButtonElement>());
  const moved = useRef<string | null>(null);
  useEffect(() => {
    if (moved.current !== null) lines.current.get(moved.current)?.focus();
    moved.current = null;
  });

  const nameOfRow = (row: OutlineRow): string => {
    const named =
      row.kind === 'field' ? fields.get(row.id) : form.sections.find(({ id }) => id === row.id);
    return named ? nameOf(named.name) : row.id;
  };
  const step = (row: OutlineRow, direction: Direction) => {
    moved.current = row.key;
    onSelect({ form: form.id, [row.kind]: row.id });
    move(row.kind, row.id, direction);
  };
  const chosen = rows.find(
    ({ kind: of, id }) => id === (of === 'field' ? selection.field : selection.section),
  );
  const onKeyDown = (row: OutlineRow) => (event: KeyboardEvent) => {
    const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (readOnly || !event.altKey || !isArrow) return;
    event.preventDefault();
    step(row, event.key === 'ArrowUp' ? 'up' : 'down');
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const row = rows.find(({ key }) => key === active.id);
    if (!row || !over) return;
    const what = t('forms.did.move', { name: nameOfRow(row) });
    if (row.kind === 'field') {
      const place = dropField(form, row.id, String(over.id));
      if (place) edit(what, (now) => moveField(now, form.id, row.id, place));
      return;
    }
    const before = dropSection(form, row.id, String(over.id));
    if (before !== undefined) edit(what, (now) => moveSection(now, form.id, row.id, before));
  };

  const addNewSection = () => {
    const name = t('forms.new.section');
    const id = proposeSectionId(form, name);
    const names = { [content.reportedLanguage]: name, [language]: name };
    edit(t('forms.did.addSection', { name }), (now) =>
      addSection(now, form.id, { id, name: names, fields: [] }, null),
    );
    onOpen({ form: form.id, section: id });
  };
  const addNewField = () => {
    const name = t('forms.new.field', { kind: t(`forms.kind.${kind}`) });
    const id = proposeFieldId(form, t(`forms.kind.${kind}`));
    const names = { [content.reportedLanguage]: name, [language]: name };
    const field = newField(content, form, kind, id, names);
    const place = placeToAdd(form, selection);
    if (!place) return;
    edit(t('forms.did.addField', { name }), (now) => addField(now, form.id, field, place));
    onOpen({ form: form.id, field: id });
  };

  return (
    <Box as="section" aria-label={t('forms.outline')} minWidth="size0">
      <Heading as="h2" variant="heading40">
        {t('forms.outline')}
      </Heading>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
        <SortableContext
          items={rows.map(({ key }) => key)}
          strategy={verticalListSortingStrategy}
          disabled={readOnly}
        >
          <Box as="ul" margin="space0" padding="space0" listStyleType="none">
            {rows.map((row) => {
              const field = row.kind === 'field' ? fields.get(row.id) : undefined;
              const isEmpty =
                row.kind === 'section' &&
                form.sections.some(({ id, fields: own }) => id === row.id && own.length === 0);
              return (
                <OutlineLine
                  key={row.key}
                  row={row}
                  name={nameOfRow(row)}
                  note={
                    field
                      ? t(`forms.kind.${field.kind}`)
                      : t(isEmpty ? 'forms.section.empty' : 'forms.section.note')
                  }
                  pointer={
                    (row.kind === 'field'
                      ? fieldPointer(content, form, row.id)
                      : sectionPointer(content, form, row.id)) ?? ''
                  }
                  selected={
                    row.kind === 'field' ? selection.field === row.id : selection.section === row.id
                  }
                  buttonRef={(button) => {
                    if (button) lines.current.set(row.key, button);
                    else lines.current.delete(row.key);
                  }}
                  onClick={() => onSelect({ form: form.id, [row.kind]: row.id })}
                  onKeyDown={onKeyDown(row)}
                />
              );
            })}
          </Box>
        </SortableContext>
      </DndContext>
      {/* A line that moves keeps the keyboard: only words tell where it stands now. */}
      <Box role="status">
        <ScreenReaderOnly>
          {chosen
            ? t('forms.line', {
                name: nameOfRow(chosen),
                line: rows.indexOf(chosen) + 1,
                count: rows.length,
              })
            : ''}
        </ScreenReaderOnly>
      </Box>
      {rows.length === 0 ? <HelpText>{t('forms.outline.empty')}</HelpText> : null}
      {readOnly ? null : (
        <Box display="flex" flexDirection="column" rowGap="space40" marginTop="space40">
          <HelpText marginTop="space0">{t('forms.outline.keys')}</HelpText>
          <Box>
            <Label htmlFor={kindId}>{t('forms.newKind')}</Label>
            <Select
              id={kindId}
              value={kind}
              onChange={(event) => setKind(event.target.value as FieldKind)}
            >
              {FIELD_KINDS.map((one) => (
                <Option key={one} value={one}>
                  {t(`forms.kind.${one}`)}
                </Option>
              ))}
            </Select>
          </Box>
          <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
            <Button
              variant="secondary"
              size="small"
              disabled={form.sections.length === 0}
              onClick={addNewField}
            >
              <PlusIcon decorative />
              {t('forms.addField')}
            </Button>
            <Button variant="secondary" size="small" onClick={addNewSection}>
              <PlusIcon decorative />
              {t('forms.addSection')}
            </Button>
          </Box>
        </Box>
      )}
    </Box>
  );
}
