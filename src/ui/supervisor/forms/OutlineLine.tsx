import type { KeyboardEvent } from 'react';
import { useSortable } from '@dnd-kit/sortable';
import { Box } from '@twilio-paste/core/box';
import { DragIcon } from '@twilio-paste/icons/esm/DragIcon';
import { useForms } from './FormsContext';
import type { OutlineRow } from './moves';
import { OutlineButton } from './OutlineButton';

interface OutlineLineProps {
  readonly row: OutlineRow;
  readonly name: string;
  readonly note: string;
  readonly pointer: string;
  readonly selected: boolean;
  readonly buttonRef: (button: HTMLButtonElement | null) => void;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A section or a field in the outline, which can be dragged. */
export function OutlineLine({ row, buttonRef, ...line }: OutlineLineProps) {
  const { readOnly } = useForms();
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: row.key });
  return (
    <Box
      as="li"
      ref={setNodeRef}
      display="flex"
      alignItems="center"
      paddingLeft={row.kind === 'field' ? 'space50' : 'space0'}
      marginTop={row.kind === 'section' ? 'space30' : 'space0'}
      minWidth="size0"
      opacity={isDragging ? 0.6 : 1}
      style={{
        transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
        transition,
      }}
    >
      {readOnly ? null : (
        // For the pointer alone; the keyboard has Alt with the arrows.
        <Box
          {...listeners}
          aria-hidden="true"
          data-drag={row.key}
          flexShrink={0}
          color="colorTextIcon"
          cursor="grab"
          style={{ touchAction: 'none' }}
        >
          <DragIcon decorative size="sizeIcon20" />
        </Box>
      )}
      <OutlineButton {...line} strong={row.kind === 'section'} ref={buttonRef} />
    </Box>
  );
}
