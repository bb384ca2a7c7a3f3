import { memo, type ReactNode } from 'react';
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Truncate } from '@twilio-paste/core/truncate';
import { ChevronDownIcon } from '@twilio-paste/icons/esm/ChevronDownIcon';
import { ChevronRightIcon } from '@twilio-paste/icons/esm/ChevronRightIcon';
import { DragIcon } from '@twilio-paste/icons/esm/DragIcon';
import { TranslationIcon } from '@twilio-paste/icons/esm/TranslationIcon';
import type { DropSide } from './moves';

/** Height of a line in pixels: all are alike, so that none has to be measured. */
export const ROW_HEIGHT = 40;
const INDENT = 20;

interface OptionTreeRowProps {
  readonly id: string;
  readonly code: string;
  readonly top: number;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly expanded: boolean | null;
  readonly name: string;
  /** Shown small where it differs from the name. */
  readonly reported: string | null;
  readonly archived: string | null;
  /** That it has no name in the language shown. */
  readonly gap: string | null;
  readonly problem: string | null;
  readonly isWarning: boolean;
  readonly selected: boolean;
  /** The tree has the keyboard and this line is its place. */
  readonly focused: boolean;
  readonly movable: boolean;
  readonly drop: DropSide | null;
  /** In place of the name while it is typed. */
  readonly input: ReactNode;
  readonly onSelect: (code: string) => void;
  readonly onToggle: (code: string, open: boolean) => void;
  readonly onRename: (code: string) => void;
}

/** One line of the tree. */
export const OptionTreeRow = memo(function OptionTreeRow(props: OptionTreeRowProps) {
  const { code, level, expanded, selected, movable } = props;
  const drag = useDraggable({ id: code, disabled: !movable });
  const { setNodeRef } = useDroppable({ id: code, disabled: !movable });
  const Chevron = expanded ? ChevronDownIcon : ChevronRightIcon;
  return (
    <div
      ref={setNodeRef}
      id={props.id}
      role="treeitem"
      aria-level={level}
      aria-posinset={props.position}
      aria-setsize={props.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={selected}
      style={lineStyle(props.top)}
      onClick={() => props.onSelect(code)}
      onDoubleClick={() => props.onRename(code)}
    >
      <Box
        display="flex"
        alignItems="center"
        columnGap="space30"
        height="100%"
        paddingRight="space40"
        borderRadius="borderRadius20"
        backgroundColor={
          selected || props.drop === 'inside'
            ? 'colorBackgroundPrimaryWeakest'
            : 'colorBackgroundBody'
        }
        boxShadow={props.focused ? 'shadowFocusInset' : undefined}
        opacity={drag.isDragging ? 0.5 : 1}
        cursor="pointer"
        borderTopStyle="solid"
        borderBottomStyle="solid"
        borderTopWidth="borderWidth20"
        borderBottomWidth="borderWidth20"
        borderTopColor={props.drop === 'before' ? 'colorBorderPrimary' : 'transparent'}
        borderBottomColor={props.drop === 'after' ? 'colorBorderPrimary' : 'transparent'}
        _hover={selected ? undefined : { backgroundColor: 'colorBackground' }}
      >
        {movable ? (
          <span
            ref={drag.setNodeRef}
            {...drag.listeners}
            aria-hidden="true"
            data-debrief="drag"
            style={HANDLE}
          >
            <DragIcon decorative size="sizeIcon10" color="colorTextIcon" />
          </span>
        ) : null}
        <span style={{ width: (level - 1) * INDENT, flexShrink: 0 }} />
        <span
          aria-hidden="true"
          style={CHEVRON}
          onClick={(event) => {
            if (expanded === null) return;
            event.stopPropagation();
            props.onToggle(code, !expanded);
          }}
        >
          {expanded === null ? null : <Chevron decorative size="sizeIcon20" />}
        </span>
        {props.input ?? (
          <Box
            minWidth="size0"
            flexGrow={1}
            color={props.archived === null ? 'colorText' : 'colorTextWeak'}
          >
            <Truncate title={props.name}>{props.name}</Truncate>
          </Box>
        )}
        {props.reported === null ? null : (
          <Box
            minWidth="size0"
            // In a narrow tree it gives way before the name does.
            flexShrink={20}
            color="colorTextWeak"
            fontSize="fontSize20"
            lineHeight="lineHeight20"
          >
            <Truncate title={props.reported}>{props.reported}</Truncate>
          </Box>
        )}
        <Box display="flex" flexShrink={0} columnGap="space20" whiteSpace="nowrap">
          {props.archived === null ? null : (
            <Badge as="span" variant="neutral">
              {props.archived}
            </Badge>
          )}
          {props.gap === null ? null : (
            <TranslationIcon
              decorative={false}
              title={props.gap}
              color="colorTextWarningStrong"
              size="sizeIcon20"
            />
          )}
          {props.problem === null ? null : (
            <Badge as="span" variant={props.isWarning ? 'warning' : 'error'}>
              {props.problem}
            </Badge>
          )}
        </Box>
      </Box>
    </div>
  );
});

/**
 * Each line has another place: as a style, since Paste would make a class of each. Not by a transform, which dnd-kit
 * (6.3) takes away before it measures.
 */
export const lineStyle = (top: number) =>
  ({
    position: 'absolute',
    top,
    left: 0,
    width: '100%',
    height: ROW_HEIGHT,
  }) as const;

/** How far right names begin at this level: behind the handle, the chevron and the gaps around them. */
export const nameStart = (level: number): number => 68 + (level - 1) * INDENT;

// Without it a finger on the handle would scroll the tree.
const HANDLE = { cursor: 'grab', touchAction: 'none', display: 'flex', padding: 4 } as const;
const CHEVRON = { width: 20, flexShrink: 0, display: 'flex' } as const;
