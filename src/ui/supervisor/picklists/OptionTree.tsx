import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';
import {
  DndContext,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
  type CollisionDetection,
} from '@dnd-kit/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Box } from '@twilio-paste/core/box';
import { useUID } from '@twilio-paste/core/uid-library';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogProblem, LanguageTag, Option } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { isWarning } from '../forms/findingsAt';
import type { Direction, DropSide } from './moves';
import { NameInput } from './NameInput';
import { lineStyle, nameStart, OptionTreeRow, ROW_HEIGHT } from './OptionTreeRow';
import { treeKey } from './treeKey';
import type { TreeRow } from './treeRows';

/** Where a new option's name is being typed. */
export interface NewLine {
  /** After that many lines. */
  readonly index: number;
  readonly level: number;
}

export interface OptionTreeHandle {
  readonly focus: () => void;
}

interface OptionTreeProps {
  readonly handle: Ref<OptionTreeHandle>;
  readonly label: string;
  readonly rows: readonly TreeRow[];
  readonly selected: string | null;
  readonly language: LanguageTag;
  readonly fallback: LanguageTag;
  readonly problemsOf: (code: string) => readonly CatalogProblem[];
  readonly readOnly: boolean;
  /** Not while a search hides siblings. */
  readonly movable: boolean;
  readonly renaming: string | null;
  readonly newLine: NewLine | null;
  /** The keyboard has come. */
  readonly onEnter: () => void;
  readonly onSelect: (code: string) => void;
  readonly onToggle: (code: string, open: boolean) => void;
  readonly onOpenDetail: () => void;
  readonly onStep: (code: string, direction: Direction) => void;
  readonly onDrop: (code: string, target: string, side: DropSide, isOpen: boolean) => void;
  readonly onStartRename: (code: string) => void;
  readonly onRename: (code: string, name: string) => void;
  readonly onEndRename: () => void;
  readonly onStartAdd: (below: boolean) => void;
  readonly onAdd: (name: string) => void;
  readonly onEndAdd: () => void;
  readonly onRemove: (code: string) => void;
  readonly t: TranslateEditor;
}

/**
 * The options as a WAI-ARIA tree, of which only the lines in sight are made. Paste has no tree. The keyboard stays on
 * the tree itself, which names the active line: a line may scroll out of sight, and its element with it.
 */
export function OptionTree(props: OptionTreeProps) {
  const { rows, selected, language, fallback, newLine, renaming, readOnly, t } = props;
  const idBase = useUID();
  const [hasFocus, setHasFocus] = useState(false);
  const [over, setOver] = useState<{ readonly code: string; readonly side: DropSide } | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const typed = useRef({ text: '', at: 0 });
  useImperativeHandle(props.handle, () => ({ focus: () => scroller.current?.focus() }), []);

  const count = rows.length + (newLine ? 1 : 0);
  const rowAt = (index: number): TreeRow | undefined =>
    rows[newLine && index > newLine.index ? index - 1 : index];
  const found = rows.findIndex(({ option }) => option.code === selected);
  const active = newLine && found >= newLine.index ? found + 1 : found;
  const kept = newLine?.index ?? active;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // React 17 renders at once where it may, and scolds where it may not.
    useFlushSync: false,
    useScrollendEvent: true,
    // The active line is always there, so that it can be named, typed in and dragged on.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      if (kept < 0 || kept >= count || seen.includes(kept)) return seen;
      return [...seen, kept].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    if (kept >= 0) virtualizer.scrollToIndex(kept, { align: 'auto' });
  }, [kept, selected, virtualizer]);

  const nameOf = (option: Option) => textIn(option.name, language, fallback);
  // A code may hold spaces, which would make two ids of one.
  const lineId = (code: string) => `${idBase}-${encodeURIComponent(code)}`;
  const focus = () => scroller.current?.focus();
  const close = (end: () => void) => (by: 'keyboard' | 'pointer') => {
    end();
    if (by === 'keyboard') focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Keys of what stands in a line are its own.
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const wish = treeKey(event, { rows, active: found, page, typed: typed.current, nameOf });
    if (!wish) return;
    event.preventDefault();
    const code = selected;
    switch (wish.kind) {
      case 'select':
        props.onSelect(wish.code);
        break;
      case 'toggle':
        if (code !== null) props.onToggle(code, wish.open);
        break;
      case 'detail':
        props.onOpenDetail();
        break;
      case 'step':
        if (code !== null && !readOnly) props.onStep(code, wish.direction);
        break;
      case 'rename':
        if (code !== null && !readOnly) props.onStartRename(code);
        break;
      case 'add':
        if (!readOnly) props.onStartAdd(wish.below);
        break;
      case 'remove':
        if (code !== null && !readOnly) props.onRemove(code);
        break;
    }
  };

  const { onSelect, onToggle, onStartRename } = props;
  const select = useCallback(
    (code: string) => {
      onSelect(code);
    },
    [onSelect],
  );
  const rename = useCallback(
    (code: string) => {
      if (!readOnly) onStartRename(code);
    },
    [readOnly, onStartRename],
  );
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={sideUnderPointer}
      // Moving by keyboard has its own keys, and its own words.
      accessibility={{ screenReaderInstructions: { draggable: '' }, announcements: SILENT }}
      onDragStart={({ active: dragged }) => onSelect(String(dragged.id))}
      onDragMove={({ collisions }) => {
        const hit = collisions?.[0];
        const next = hit ? { code: String(hit.id), side: sideOf(hit.data) } : null;
        setOver((was) => (was?.code === next?.code && was?.side === next?.side ? was : next));
      }}
      onDragCancel={() => setOver(null)}
      onDragEnd={({ active: dragged, collisions }) => {
        setOver(null);
        const hit = collisions?.[0];
        if (!hit) return;
        const target = String(hit.id);
        const isOpen = rows.some((row) => row.option.code === target && row.expanded === true);
        props.onDrop(String(dragged.id), target, sideOf(hit.data), isOpen);
        focus();
      }}
    >
      <Box
        ref={scroller}
        role="tree"
        aria-label={props.label}
        aria-activedescendant={
          selected !== null && found >= 0 && newLine === null ? lineId(selected) : undefined
        }
        tabIndex={0}
        overflowY="auto"
        overflowX="hidden"
        maxHeight="size50"
        outline="none"
        borderStyle="solid"
        borderWidth="borderWidth10"
        borderColor={hasFocus ? 'colorBorderPrimary' : 'colorBorderWeaker'}
        borderRadius="borderRadius20"
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const isTree = event.target === event.currentTarget;
          setHasFocus(isTree);
          if (isTree) props.onEnter();
        }}
        onBlur={() => setHasFocus(false)}
      >
        <div
          role="presentation"
          style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            if (newLine?.index === index) {
              return (
                <div
                  key="new line"
                  role="treeitem"
                  aria-level={newLine.level}
                  aria-selected={false}
                  aria-label={t('picklists.option.new')}
                  style={lineStyle(start)}
                >
                  <Box
                    display="flex"
                    alignItems="center"
                    height="100%"
                    paddingRight="space40"
                    style={{ paddingLeft: nameStart(newLine.level) }}
                  >
                    <NameInput
                      label={t('picklists.option.newName')}
                      value=""
                      onCommit={props.onAdd}
                      onClose={close(props.onEndAdd)}
                    />
                  </Box>
                </div>
              );
            }
            const row = rowAt(index);
            if (!row) return null;
            const { option } = row;
            const name = nameOf(option);
            const problems = props.problemsOf(option.code);
            return (
              <OptionTreeRow
                key={option.code}
                id={lineId(option.code)}
                code={option.code}
                top={start}
                level={row.level}
                position={row.position}
                siblings={row.siblings}
                expanded={row.expanded}
                name={name}
                reported={option.reported === name ? null : option.reported}
                archived={option.archived ? t('picklists.option.archived') : null}
                gap={
                  language !== fallback && !(language in option.name)
                    ? t('picklists.option.gap')
                    : null
                }
                isWarning={problems.every(isWarning)}
                problem={
                  problems.length > 0 ? t('picklists.findings', { count: problems.length }) : null
                }
                selected={option.code === selected}
                focused={hasFocus && option.code === selected}
                movable={props.movable && !readOnly}
                drop={over?.code === option.code ? over.side : null}
                input={
                  renaming === option.code ? (
                    <NameInput
                      label={t('picklists.option.rename', { option: name })}
                      value={name}
                      onCommit={(next) => props.onRename(option.code, next)}
                      onClose={close(props.onEndRename)}
                    />
                  ) : null
                }
                onSelect={select}
                onToggle={onToggle}
                onRename={rename}
              />
            );
          })}
        </div>
      </Box>
    </DndContext>
  );
}

const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** The line under the pointer, and which part of it: its edges are places beside it, its middle is below it. */
const sideUnderPointer: CollisionDetection = (args) => {
  const { pointerCoordinates, droppableRects } = args;
  return pointerWithin(args).map((collision) => {
    const rect = droppableRects.get(collision.id);
    if (!rect || !pointerCoordinates) return collision;
    const part = (pointerCoordinates.y - rect.top) / rect.height;
    const side: DropSide = part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'inside';
    return { ...collision, data: { ...collision.data, side } };
  });
};

const sideOf = (data: Readonly<Record<string, unknown>> | undefined): DropSide =>
  (data?.['side'] as DropSide | undefined) ?? 'inside';
