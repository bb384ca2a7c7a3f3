import { useEffect, useRef, useState, type KeyboardEvent, type Ref, type RefObject } from 'react';
import { Box } from '@twilio-paste/core/box';
import { useComboboxPrimitive } from '@twilio-paste/core/combobox-primitive';
import { InputBox, InputChevronWrapper } from '@twilio-paste/core/input-box';
import { InputElement } from '@twilio-paste/core/input';
import { ChevronDownIcon } from '@twilio-paste/icons/esm/ChevronDownIcon';
import type { Offers } from '../../core/capture/checkValue';
import { textIn } from '../../core/catalog/textIn';
import type { Option, Picklist, Texts } from '../../core/catalog/types';
import type { Translate } from '../../strings/translate';
import type { ControlProps } from './FieldFrame';
import { ListNote } from './ListNote';
import { optionPath } from './optionPath';
import { OptionRow } from './OptionRow';
import { shortcutsOf } from './optionShortcuts';
import { searchOptions, type PicklistView } from './searchOptions';

/** Options rendered at once. Whoever looks for one among more than these types. */
const SHOWN = 50;

const NO_SHORTCUTS: ReadonlyMap<string, Option> = new Map();

interface OptionComboboxProps {
  readonly picklist: Picklist;
  readonly view: PicklistView;
  /** What rules leave of the options. */
  readonly offers: Offers;
  readonly control: ControlProps;
  readonly controlRef: RefObject<HTMLElement>;
  readonly required: boolean;
  readonly placeholder: string;
  /** What the closed box reads: the chosen option of a single choice. */
  readonly chosenText: string;
  readonly isChosen: (code: string) => boolean;
  readonly onPick: (code: string) => void;
  /** A several-choice list stays open, so that more can be picked. */
  readonly staysOpen: boolean;
  /** Said in the open list, e.g. why no further option can be picked. */
  readonly notice?: string;
  readonly t: Translate;
}

/**
 * A searchable list of options in Paste's look, on the behaviour of Paste's own Combobox. Nothing but picking an
 * option changes an answer: Escape, leaving the box and emptying its text put the chosen option's text back.
 */
export function OptionCombobox(props: OptionComboboxProps) {
  const { picklist, view, control, chosenText, isChosen, onPick, staysOpen, notice, t } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const { hits, more } = searchOptions(picklist, view, typed ?? '', SHOWN, props.offers);
  const textOf = (texts: Texts) => textIn(texts, view.language, view.fallback);
  // Once there is something to search for, a digit belongs to it.
  const shortcuts = (typed ?? '') === '' ? shortcutsOf(hits) : NO_SHORTCUTS;

  // Typing goes to the first hit, so that Enter takes it; with none there is nothing to take.
  const firstHit = (query = '') =>
    query !== '' && searchOptions(picklist, view, query, 1, props.offers).hits.length > 0 ? 0 : -1;

  const { stateChangeTypes: change } = useComboboxPrimitive;
  const combobox = useComboboxPrimitive<Option>({
    items: hits as Option[],
    itemToString: () => chosenText,
    // The answer lives outside; to the list no option is ever "selected", so that picking one is always news.
    selectedItem: null,
    inputValue: typed ?? chosenText,
    labelId: control.labelId,
    inputId: control.id,
    menuId: `${control.id}-options`,
    toggleButtonId: `${control.id}-toggle`,
    getItemId: (index) => `${control.id}-option-${index}`,
    getA11yStatusMessage: ({ isOpen, resultCount }) => {
      if (!isOpen) return '';
      return resultCount === 0 ? t('choice.none') : t('choice.hits', { count: resultCount + more });
    },
    getA11ySelectionMessage: () => '',
    stateReducer: (state, { type, changes }) => {
      switch (type) {
        // Downshift would choose the highlighted option on leaving, and drop the chosen one on Escape.
        case change.InputBlur:
        case change.InputKeyDownEscape:
          return { ...changes, isOpen: false, highlightedIndex: -1, selectedItem: null };
        case change.InputChange:
          return { ...changes, isOpen: true, highlightedIndex: firstHit(changes.inputValue) };
        case change.InputKeyDownEnter:
        case change.ItemClick:
        case change.FunctionSelectItem:
          return staysOpen
            ? { ...changes, isOpen: true, highlightedIndex: state.highlightedIndex }
            : { ...changes, isOpen: false };
        default:
          if (!changes.isOpen || state.isOpen) return changes;
          // Just opened: start at what is chosen, or at the first. An empty list has no row to point at.
          return {
            ...changes,
            highlightedIndex: Math.max(
              Math.min(hits.length, 1) - 1,
              hits.findIndex(({ code }) => isChosen(code)),
            ),
          };
      }
    },
    onStateChange: ({ type, selectedItem }) => {
      if (selectedItem) onPick(selectedItem.code);
      if (selectedItem || type === change.InputBlur || type === change.InputKeyDownEscape)
        setTyped(null);
    },
  });
  const { isOpen, highlightedIndex, openMenu, selectItem } = combobox;

  // Low in a scrolling pane the list would open out of sight.
  const popup = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) popup.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  // Paste 15 follows ARIA 1.1 and makes the wrapper the combobox. ARIA 1.2 names the input, and screen readers with it.
  const {
    role,
    'aria-haspopup': hasPopup,
    'aria-expanded': expanded,
    'aria-owns': _owns,
    ...wrapper
  } = combobox.getComboboxProps();

  return (
    <Box position="relative">
      <Box {...wrapper}>
        <InputBox element="INPUT" hasError={control.hasError}>
          <Box display="flex" position="relative" width="100%">
            <InputElement
              {...combobox.getInputProps({
                ref: props.controlRef as Ref<HTMLInputElement>,
                role,
                'aria-haspopup': hasPopup,
                'aria-expanded': expanded,
                'aria-describedby': control.describedBy,
                'aria-invalid': control.hasError,
                'aria-required': props.required,
                placeholder: props.placeholder,
                // In the handler itself: through downshift's own callback the cursor would jump to the end.
                onChange: (event) => setTyped((event.target as HTMLInputElement).value),
                onKeyDown: (event: KeyboardEvent) => {
                  const option = shortcuts.get(event.key);
                  if (!isOpen || !option || event.ctrlKey || event.altKey || event.metaKey) return;
                  event.preventDefault();
                  selectItem(option);
                },
                onClick: (event) => {
                  if (isOpen) return;
                  openMenu();
                  (event.target as HTMLInputElement).select();
                },
              })}
              type="text"
              paddingRight="space90"
              textOverflow="ellipsis"
              element="INPUT_ELEMENT"
            />
            <InputChevronWrapper element="INPUT_CHEVRON_WRAPPER">
              <ChevronDownIcon decorative color="colorTextIcon" size="sizeIcon30" />
            </InputChevronWrapper>
          </Box>
        </InputBox>
      </Box>
      <Box
        ref={popup}
        display={isOpen ? 'block' : 'none'}
        position="absolute"
        width="100%"
        marginTop="space20"
        zIndex="zIndex20"
        backgroundColor="colorBackgroundBody"
        borderColor="colorBorderWeak"
        borderRadius="borderRadius20"
        borderStyle="solid"
        borderWidth="borderWidth10"
        boxShadow="shadow"
      >
        <Box
          as="ul"
          {...combobox.getMenuProps()}
          listStyleType="none"
          margin="space0"
          padding="space0"
          maxHeight="size30"
          overflowY="auto"
        >
          {isOpen
            ? hits.map((option, index) => (
                <OptionRow
                  key={option.code}
                  {...combobox.getItemProps({ item: option, index })}
                  name={textOf(option.name)}
                  path={optionPath(picklist, option, view)}
                  description={option.description ? textOf(option.description) : ''}
                  shortcut={
                    shortcuts.get(String(option.shortcut)) ? (option.shortcut ?? null) : null
                  }
                  chosen={isChosen(option.code)}
                  highlighted={index === highlightedIndex}
                />
              ))
            : null}
        </Box>
        {isOpen && hits.length === 0 && !notice ? <ListNote>{t('choice.none')}</ListNote> : null}
        {isOpen && more > 0 ? <ListNote>{t('choice.more', { count: more })}</ListNote> : null}
        {isOpen && notice ? <ListNote>{notice}</ListNote> : null}
      </Box>
    </Box>
  );
}
