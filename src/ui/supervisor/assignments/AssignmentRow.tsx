import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Td, Th, Tr } from '@twilio-paste/core/table';
import { ArrowDownIcon } from '@twilio-paste/icons/esm/ArrowDownIcon';
import { ArrowUpIcon } from '@twilio-paste/icons/esm/ArrowUpIcon';
import { CopyIcon } from '@twilio-paste/icons/esm/CopyIcon';
import { DeleteIcon } from '@twilio-paste/icons/esm/DeleteIcon';
import { DragIcon } from '@twilio-paste/icons/esm/DragIcon';
import { EditIcon } from '@twilio-paste/icons/esm/EditIcon';
import type { ReactElement } from 'react';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

export type RowAction = 'up' | 'down' | 'edit' | 'duplicate' | 'delete';

interface RowNote {
  readonly text: string;
  readonly variant: 'default' | 'warning' | 'error';
}

interface AssignmentRowProps {
  /** The assignment's. */
  readonly id: string;
  /** Of an element, by what it does. */
  readonly idOf: (action: RowAction) => string;
  readonly position: number;
  readonly count: number;
  readonly when: readonly string[];
  readonly form: string;
  readonly notes: readonly RowNote[];
  readonly open: boolean;
  readonly readOnly: boolean;
  readonly onAction: (action: RowAction) => void;
  readonly t: TranslateEditor;
}

const ICONS: Readonly<Record<RowAction, (title: string) => ReactElement>> = {
  up: (title) => <ArrowUpIcon decorative={false} title={title} />,
  down: (title) => <ArrowDownIcon decorative={false} title={title} />,
  edit: (title) => <EditIcon decorative={false} title={title} />,
  duplicate: (title) => <CopyIcon decorative={false} title={title} />,
  delete: (title) => <DeleteIcon decorative={false} title={title} />,
};
const HANDLE = { cursor: 'grab', touchAction: 'none' } as const;

/** One assignment in the table: dragged by its handle, or moved by its buttons. */
export function AssignmentRow(props: AssignmentRowProps) {
  const { id, position, count, readOnly, t } = props;
  const drag = useDraggable({ id, disabled: readOnly });
  const drop = useDroppable({ id, disabled: readOnly });
  const number = position + 1;
  const button = (action: RowAction, disabled = false) => (
    <Button
      key={action}
      id={props.idOf(action)}
      variant="secondary_icon"
      size="icon_small"
      disabled={disabled}
      aria-expanded={action === 'edit' ? props.open : undefined}
      onClick={() => props.onAction(action)}
    >
      {ICONS[action](
        t(`assignments.${action === 'edit' && readOnly ? 'show' : action}`, { number }),
      )}
    </Button>
  );
  return (
    <Tr ref={drop.setNodeRef} verticalAlign="top">
      <Th scope="row" width="size10">
        <Box
          display="flex"
          alignItems="center"
          columnGap="space20"
          // Where what is dragged would be put.
          boxShadow={drop.isOver && !drag.isDragging ? 'shadowFocus' : undefined}
        >
          {readOnly ? null : (
            // The keyboard has the buttons.
            <span ref={drag.setNodeRef} {...drag.listeners} aria-hidden="true" style={HANDLE}>
              <DragIcon decorative size="sizeIcon20" color="colorTextWeak" />
            </span>
          )}
          {number}
        </Box>
      </Th>
      <Td>
        {props.when.length === 0
          ? t('assignments.everyTask')
          : props.when.map((line) => <Box key={line}>{line}</Box>)}
      </Td>
      <Td>{props.form}</Td>
      <Td>
        {props.notes.map(({ text, variant }) => (
          <HelpText key={text} variant={variant} marginTop="space0">
            {text}
          </HelpText>
        ))}
      </Td>
      <Td>
        <Box display="flex" columnGap="space20">
          {readOnly
            ? button('edit')
            : [
                button('up', position === 0),
                button('down', position === count - 1),
                button('edit'),
                button('duplicate'),
                button('delete'),
              ]}
        </Box>
      </Td>
    </Tr>
  );
}
