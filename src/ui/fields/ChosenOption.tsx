import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import type { Translate } from '../../strings/translate';

interface ChosenOptionProps {
  readonly name: string;
  readonly path: string;
  readonly onRemove: (() => void) | null;
  readonly t: Translate;
}

/** One chosen option of several, with a button that takes it back. */
export function ChosenOption({ name, path, onRemove, t }: ChosenOptionProps) {
  return (
    <Box
      as="li"
      display="flex"
      alignItems="center"
      columnGap="space30"
      minWidth="size0"
      maxWidth="100%"
      paddingY="space10"
      paddingX="space30"
      borderRadius="borderRadius20"
      backgroundColor="colorBackgroundPrimaryWeakest"
      color="colorTextPrimary"
      fontSize="fontSize30"
      lineHeight="lineHeight30"
    >
      <Box minWidth="size0" overflowWrap="anywhere">
        {name}
        {path ? (
          <Box
            as="span"
            display="block"
            color="colorTextWeak"
            fontSize="fontSize20"
            lineHeight="lineHeight20"
          >
            {path}
          </Box>
        ) : null}
      </Box>
      {onRemove ? (
        <Button variant="secondary_icon" size="reset" onClick={onRemove}>
          <CloseIcon
            decorative={false}
            title={t('choices.remove', { option: name })}
            size="sizeIcon10"
          />
        </Button>
      ) : null}
    </Box>
  );
}
