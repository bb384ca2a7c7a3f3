import { forwardRef, type LiHTMLAttributes } from 'react';
import { Box } from '@twilio-paste/core/box';
import { SelectedIcon } from '@twilio-paste/icons/esm/SelectedIcon';

interface OptionRowProps extends Omit<LiHTMLAttributes<HTMLLIElement>, 'color'> {
  readonly name: string;
  readonly path: string;
  readonly chosen: boolean;
  readonly highlighted: boolean;
}

/** One option in an open list. Few elements and styles: fifty of these are redone at each keystroke. */
export const OptionRow = forwardRef<HTMLLIElement, OptionRowProps>(function OptionRow(
  { name, path, chosen, highlighted, ...item },
  ref,
) {
  return (
    <Box
      as="li"
      {...item}
      ref={ref}
      aria-selected={chosen}
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
      {name}
      {path ? (
        <Box color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
          {path}
        </Box>
      ) : null}
      {chosen ? (
        <Box position="absolute" right="space40" top="space30">
          <SelectedIcon decorative size="sizeIcon20" color="colorTextLink" />
        </Box>
      ) : null}
    </Box>
  );
});
