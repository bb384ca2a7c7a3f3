import { forwardRef, type KeyboardEvent } from 'react';
import { Box } from '@twilio-paste/core/box';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { ErrorIcon } from '@twilio-paste/icons/esm/ErrorIcon';
import { WarningIcon } from '@twilio-paste/icons/esm/WarningIcon';
import { findingsAt, isWarning } from './findingsAt';
import { useForms } from './FormsContext';

interface OutlineButtonProps {
  readonly pointer: string;
  readonly name: string;
  /** Said after the name, weaker. */
  readonly note?: string;
  readonly selected: boolean;
  readonly strong?: boolean;
  readonly onClick: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** One line to choose what is worked on, with a mark when something is wrong there. */
export const OutlineButton = forwardRef<HTMLButtonElement, OutlineButtonProps>(
  function OutlineButton({ pointer, name, note, selected, strong, onClick, onKeyDown }, ref) {
    const { findings, t } = useForms();
    const found = findingsAt(findings, pointer);
    const refusals = found.filter((finding) => !isWarning(finding)).length;
    return (
      <Box
        as="button"
        ref={ref}
        type="button"
        aria-current={selected ? 'true' : undefined}
        onClick={onClick}
        onKeyDown={onKeyDown}
        display="flex"
        alignItems="center"
        columnGap="space30"
        width="100%"
        minWidth="size0"
        paddingX="space30"
        paddingY="space20"
        border="none"
        borderRadius="borderRadius20"
        textAlign="left"
        fontFamily="inherit"
        fontSize="fontSize30"
        lineHeight="lineHeight30"
        cursor="pointer"
        color="colorText"
        fontWeight={strong || selected ? 'fontWeightSemibold' : 'fontWeightNormal'}
        backgroundColor={selected ? 'colorBackgroundPrimaryWeakest' : 'transparent'}
        _hover={{ backgroundColor: selected ? undefined : 'colorBackground' }}
        _focusVisible={{ outline: 'none', boxShadow: 'shadowFocus' }}
      >
        <Box as="span" flexGrow={1} minWidth="size0" overflowWrap="anywhere">
          {name}{' '}
          {note === undefined ? null : (
            <Box
              as="span"
              color="colorTextWeak"
              fontWeight="fontWeightNormal"
              fontSize="fontSize20"
            >
              {note}
            </Box>
          )}
        </Box>
        {found.length === 0 ? null : refusals > 0 ? (
          <Box as="span" color="colorTextIconError" flexShrink={0}>
            <ErrorIcon decorative size="sizeIcon10" />
            <ScreenReaderOnly>{t('forms.errors', { count: refusals })}</ScreenReaderOnly>
          </Box>
        ) : (
          <Box as="span" color="colorTextIconWarning" flexShrink={0}>
            <WarningIcon decorative size="sizeIcon10" />
            <ScreenReaderOnly>{t('forms.warnings', { count: found.length })}</ScreenReaderOnly>
          </Box>
        )}
      </Box>
    );
  },
);
