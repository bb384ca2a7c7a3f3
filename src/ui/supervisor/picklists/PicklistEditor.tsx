import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { SearchIcon } from '@twilio-paste/icons/esm/SearchIcon';
import { useUID } from '@twilio-paste/core/uid-library';
import { textIn } from '../../../core/catalog/textIn';
import type { Picklist } from '../../../core/catalog/types';
import type { OptionPlace } from '../../../core/edit/options';
import { whereUsed } from '../../../core/edit/whereUsed';
import type { EditorTabProps } from '../EditorTabProps';
import { isWarning } from '../forms/findingsAt';
import { EmptyPicklist } from './EmptyPicklist';
import { findingText } from '../../../strings/editor/findingText';
import { findOptions } from './findOptions';
import { placeAfter } from './moves';
import { OptionDetail } from './OptionDetail';
import { useOptionGestures } from './optionGestures';
import { OptionToolbar } from './OptionToolbar';
import { OptionTree, type NewLine, type OptionTreeHandle } from './OptionTree';
import { picklistTree } from './picklistTree';
import { PasteDialog } from './PasteDialog';
import { PicklistHead } from './PicklistHead';
import type { PicklistProblems, PlacedProblem } from './problemsAt';
import { treeRows, type TreeRow } from './treeRows';
import { UsesList } from './UsesList';

interface PicklistEditorProps extends EditorTabProps {
  readonly picklist: Picklist;
  readonly problems: PicklistProblems | undefined;
  /** The option and its setting to show and focus; a new `request` is a new wish. */
  readonly wish: {
    readonly option: string | null;
    readonly setting: string;
    readonly request: number;
  } | null;
  readonly onRemoved: () => void;
}

/** One picklist: its tree of options, and all about the one that is chosen. */
export function PicklistEditor(props: PicklistEditorProps) {
  const { content, used, picklist, problems, language, readOnly, wish, edit, t } = props;
  const fallback = content.reportedLanguage;
  const [selected, setSelected] = useState<string | null>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [query, setQuery] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const [adding, setAdding] = useState<OptionPlace | null>(null);
  const [pasting, setPasting] = useState(false);
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<{ readonly setting: string } | null>(null);
  const treeHandle = useRef<OptionTreeHandle>(null);
  const searchId = useUID();

  const open = useCallback((codes: readonly string[]) => {
    setExpanded((was) =>
      codes.every((code) => was.has(code)) ? was : new Set([...was, ...codes]),
    );
  }, []);
  const gestures = useOptionGestures({
    content,
    used,
    picklistId: picklist.id,
    language,
    edit,
    onSelect: setSelected,
    onOpen: (code) => open([code]),
    say: setSaid,
    t,
  });

  const found = useMemo(
    () => findOptions(picklist, query, language, fallback),
    [picklist, query, language, fallback],
  );
  const rows = useMemo(() => treeRows(picklist, expanded, found), [picklist, expanded, found]);
  const unfocus = useCallback(() => setFocus(null), []);
  const tree = picklistTree(picklist);
  const option = picklist.options.find(({ code }) => code === selected);

  // Shown, with all above it open, before its setting is focused: what is not there cannot be.
  useEffect(() => {
    if (!wish) return;
    setQuery('');
    if (wish.option === null) {
      treeHandle.current?.focus();
      return;
    }
    open(picklistTree(picklist).above(wish.option));
    setSelected(wish.option);
    setFocus({ setting: wish.setting });
    // One wish is granted once, whatever the picklist becomes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wish]);

  const startAdd = (below: boolean) => {
    setQuery('');
    if (option === undefined) setAdding({ parent: null, before: null });
    else if (below) {
      open([option.code]);
      setAdding({ parent: option.code, before: null });
    } else setAdding(placeAfter(tree, option.code));
  };
  const toggle = useCallback((code: string, isOpen: boolean) => {
    setExpanded((was) => {
      const next = new Set(was);
      if (isOpen) next.add(code);
      else next.delete(code);
      return next;
    });
  }, []);
  const uses = useMemo(() => whereUsed(content, picklist.id), [content, picklist.id]);
  const isSearching = found !== null;

  return (
    <>
      <Box
        flexGrow={3}
        flexBasis="20rem"
        minWidth="size0"
        display="flex"
        flexDirection="column"
        rowGap="space50"
      >
        <PicklistHead
          picklist={picklist}
          content={content}
          used={used}
          isUsed={uses.length > 0}
          language={language}
          readOnly={readOnly}
          edit={edit}
          onRemoved={props.onRemoved}
          t={t}
        />
        {problems?.own.map((problem) => (
          <HelpText
            key={`${problem.code} ${problem.setting}`}
            variant={isWarning(problem) ? 'warning' : 'error'}
          >
            {findingText(t, problem)}
          </HelpText>
        ))}
        <Box role="group" aria-label={t('picklists.uses')} fontSize="fontSize30">
          <UsesList uses={uses} content={content} language={language} t={t} />
        </Box>
        {readOnly ? null : (
          <OptionToolbar
            option={option}
            canMove={!isSearching}
            gestures={gestures}
            onAdd={startAdd}
            onRename={() => setRenaming(selected)}
            onPaste={() => setPasting(true)}
            t={t}
          />
        )}
        {picklist.options.length === 0 && adding === null ? (
          <EmptyPicklist readOnly={readOnly} t={t} />
        ) : (
          <>
            <Box>
              <Label htmlFor={searchId}>{t('picklists.search')}</Label>
              <Input
                id={searchId}
                type="search"
                value={query}
                insertBefore={<SearchIcon decorative />}
                aria-describedby={`${searchId}-found`}
                onChange={(event) => setQuery(event.target.value)}
                onKeyDown={(event) => {
                  const first = firstFound(rows, found);
                  if (event.key === 'Escape') setQuery('');
                  if ((event.key === 'ArrowDown' || event.key === 'Enter') && first !== null) {
                    event.preventDefault();
                    setSelected(first);
                    treeHandle.current?.focus();
                  }
                }}
              />
              <HelpText id={`${searchId}-found`}>
                {found === null
                  ? t(readOnly ? 'picklists.keys.readOnly' : 'picklists.keys')
                  : t('picklists.found', { count: found.size })}
              </HelpText>
            </Box>
            <OptionTree
              handle={treeHandle}
              label={textIn(picklist.name, language, fallback)}
              rows={rows}
              selected={option ? option.code : null}
              language={language}
              fallback={fallback}
              problemsOf={(code) => problems?.byOption.get(code) ?? NO_PROBLEMS}
              readOnly={readOnly}
              movable={!isSearching}
              renaming={renaming}
              newLine={adding && newLineAt(rows, adding)}
              // Of the state and not of this render: whoever sends the keyboard here may have just chosen.
              onEnter={() => setSelected((was) => was ?? rows[0]?.option.code ?? null)}
              onSelect={setSelected}
              onToggle={toggle}
              onOpenDetail={() => setFocus({ setting: `name/${language}` })}
              onStep={(code, direction) => {
                if (isSearching) setSaid(t('picklists.said.searching'));
                else gestures.step(code, direction);
              }}
              onDrop={gestures.drop}
              onStartRename={setRenaming}
              onRename={(code, name) => gestures.rename(code, language, name)}
              onEndRename={() => setRenaming(null)}
              onStartAdd={startAdd}
              onAdd={(name) => adding && gestures.add(name, adding)}
              onEndAdd={() => setAdding(null)}
              onRemove={gestures.remove}
              t={t}
            />
          </>
        )}
        <Box role="status" aria-label={t('picklists.said')} color="colorTextWeak">
          {said}
        </Box>
      </Box>
      <Box flexGrow={3} flexBasis="20rem" minWidth="size0">
        {option ? (
          <OptionDetail
            content={content}
            picklist={picklist}
            option={option}
            used={used}
            language={language}
            readOnly={readOnly}
            problems={problems?.byOption.get(option.code) ?? NO_PROBLEMS}
            focus={focus}
            onFocused={unfocus}
            gestures={gestures}
            t={t}
          />
        ) : (
          <Box color="colorTextWeak">
            {picklist.options.length > 0 ? t('picklists.choose') : ''}
          </Box>
        )}
      </Box>
      {pasting ? (
        <PasteDialog
          content={content}
          picklist={picklist}
          option={option}
          language={language}
          onPaste={gestures.paste}
          onClose={() => setPasting(false)}
          t={t}
        />
      ) : null}
    </>
  );
}

const NO_PROBLEMS: readonly PlacedProblem[] = [];

const firstFound = (rows: readonly TreeRow[], found: ReadonlySet<string> | null): string | null =>
  rows.find(({ option }) => found?.has(option.code) ?? true)?.option.code ?? null;

/** The line that a new option of that place would have. */
function newLineAt(rows: readonly TreeRow[], { parent, before }: OptionPlace): NewLine {
  const next = rows.findIndex(({ option }) => option.code === before);
  const above = rows.findIndex(({ option }) => option.code === parent);
  const level = (rows[above]?.level ?? 0) + 1;
  if (next >= 0) return { index: next, level };
  const end = rows.findIndex((row, index) => index > above && row.level < level);
  return { index: end >= 0 ? end : rows.length, level };
}
