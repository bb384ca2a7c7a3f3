import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { Table, TBody, Th, THead, Tr } from '@twilio-paste/core/table';
import type { ReactElement } from 'react';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

interface AssignmentTableProps {
  /** An assignment is dropped on another one's place. */
  readonly onDrop: (id: string, onto: string) => void;
  readonly children: readonly ReactElement[];
  readonly t: TranslateEditor;
}

const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** The table around the assignments, in which they can be dragged. */
export function AssignmentTable({ onDrop, children, t }: AssignmentTableProps) {
  // A click is no drag.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      // The buttons have their own words.
      accessibility={{ screenReaderInstructions: { draggable: '' }, announcements: SILENT }}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) onDrop(String(active.id), String(over.id));
      }}
    >
      <Table aria-label={t('assignments.table')} tableLayout="auto" scrollHorizontally>
        <THead>
          <Tr>
            {(['order', 'when', 'form', 'notes', 'actions'] as const).map((column) => (
              <Th key={column}>{t(`assignments.${column}`)}</Th>
            ))}
          </Tr>
        </THead>
        <TBody>{children}</TBody>
      </Table>
    </DndContext>
  );
}
