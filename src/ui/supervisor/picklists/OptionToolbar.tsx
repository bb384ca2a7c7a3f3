import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Menu, MenuButton, MenuItem, MenuSeparator, useMenuState } from '@twilio-paste/core/menu';
import { ChevronDownIcon } from '@twilio-paste/icons/esm/ChevronDownIcon';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { Option } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import type { Direction } from './moves';
import type { OptionGestures } from './optionGestures';

interface OptionToolbarProps {
  /** The chosen one. */
  readonly option: Option | undefined;
  readonly canMove: boolean;
  readonly gestures: OptionGestures;
  readonly onAdd: (below: boolean) => void;
  readonly onRename: () => void;
  readonly onPaste: () => void;
  readonly t: TranslateEditor;
}

const DIRECTIONS: readonly Direction[] = ['up', 'down', 'in', 'out'];

/** What can be done to the options, for those who do not know the keys. */
export function OptionToolbar({ option, gestures, canMove, t, ...on }: OptionToolbarProps) {
  const menu = useMenuState({ placement: 'bottom-start' });
  const item = (label: string, action: (code: string) => void, disabled = false) => (
    <MenuItem
      {...menu}
      disabled={disabled}
      onClick={() => {
        menu.hide();
        if (option) action(option.code);
      }}
    >
      {label}
    </MenuItem>
  );
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
      <Button variant="secondary" size="small" onClick={() => on.onAdd(false)}>
        <PlusIcon decorative />
        {t('picklists.option.add')}
      </Button>
      <Button
        variant="secondary"
        size="small"
        disabled={option === undefined}
        onClick={() => on.onAdd(true)}
      >
        <PlusIcon decorative />
        {t('picklists.option.addBelow')}
      </Button>
      <MenuButton {...menu} variant="secondary" size="small" disabled={option === undefined}>
        {t('picklists.option.actions')}
        <ChevronDownIcon decorative />
      </MenuButton>
      <Menu {...menu} aria-label={t('picklists.option.actions')}>
        {item(t('picklists.menu.rename'), on.onRename)}
        <MenuSeparator {...menu} />
        {DIRECTIONS.map((direction) => (
          <MenuItem
            key={direction}
            {...menu}
            disabled={!canMove}
            onClick={() => {
              menu.hide();
              if (option) gestures.step(option.code, direction);
            }}
          >
            {t(`picklists.menu.${direction}`)}
          </MenuItem>
        ))}
        <MenuSeparator {...menu} />
        {option?.archived
          ? item(t('picklists.restore'), gestures.restore)
          : item(t('picklists.archive'), gestures.archive)}
        {item(t('picklists.remove'), gestures.remove)}
      </Menu>
      <Button variant="secondary" size="small" onClick={on.onPaste}>
        {t('picklists.paste')}
      </Button>
    </Box>
  );
}
