import { forwardRef, type LiHTMLAttributes } from 'react';
import { Box } from '@twilio-paste/core/box';
import { SelectedIcon } from '@twilio-paste/icons/esm/SelectedIcon';

interface OptionRowProps extends Omit<LiHTMLAttributes<HTMLLIElement>, 'color'> {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  /** The key that chooses it; null when there is none. */
  readonly shortcut: number | null;
  readonly chosen: boolean;
  readonly highlighted: boolean;
}

function RowLine({ children }: { readonly children: string }) {
  return (
    <Box color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
      {children}
    </Box>
  );
}

/** One option in an open list. Few elements and styles: fifty of these are redone at each keystroke. */
export const OptionRow = forwardRef<HTMLLIElement, OptionRowProps>(function OptionRow(
  { name, path, description, shortcut, chosen, highlighted, ...item },
  ref,
) {
  return (
    <Box
      as="li"
      {...item}
      ref={ref}
      aria-selected={chosen}
      aria-keyshortcuts={shortcut === null ? undefined : String(shortcut)}
      position="relative"
      paddingY="space30"
      paddingLeft="space40"
      paddingRight="space80"
      cursor="pointer"
      overflowWrap="anywhere"
      fontSize="fontSize30"
      lineHeight="lineHeight30"
      color={highlighted ? 'colorTextLinkStronger' : 'colorText'}
      backgroundColor={highlighted ? 'colorBackgroundPrimaryWeakest' : 'colorBackgroundBody'}
    >
      {shortcut === null ? null : (
        // To a screen reader the key is the row's own property, not a word of its name.
        <Box as="span" aria-hidden color="colorTextWeak" marginRight="space30">
          {shortcut}
        </Box>
      )}
      {name}
      {path ? <RowLine>{path}</RowLine> : null}
      {description ? <RowLine>{description}</RowLine> : null}
      {chosen ? (
        <Box position="absolute" right="space40" top="space30">
          <SelectedIcon decorative size="sizeIcon20" color="colorTextLink" />
        </Box>
      ) : null}
    </Box>
  );
});
