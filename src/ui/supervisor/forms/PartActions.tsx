import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import { useForms } from './FormsContext';
import type { Direction } from './moves';

interface PartActionsProps {
  readonly title: string;
  readonly canMove?: (direction: Direction) => boolean;
  readonly onMove?: (direction: Direction) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  /** Why the part cannot be removed; null: it can. */
  readonly keptBecause?: string | null;
  readonly children?: ReactNode;
}

/** What is worked on, and what can be done with it as a whole. */
export function PartActions(props: PartActionsProps) {
  const { title, canMove, onMove, keptBecause = null } = props;
  const { readOnly, t } = useForms();
  const movable = canMove && onMove ? { canMove, onMove } : null;
  return (
    <Box minWidth="size0">
      <Heading as="h2" variant="heading30">
        {title}
      </Heading>
      {readOnly ? null : (
        <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
          {movable
            ? (['up', 'down'] as const).map((direction) => (
                <Button
                  key={direction}
                  variant="secondary"
                  size="small"
                  // A disabled button would let go of the keyboard at the last step.
                  aria-disabled={!movable.canMove(direction)}
                  onClick={() => movable.onMove(direction)}
                >
                  {t(`forms.move.${direction}`)}
                </Button>
              ))
            : null}
          <Button variant="secondary" size="small" onClick={props.onDuplicate}>
            {t('forms.duplicate')}
          </Button>
          <Button
            variant="destructive_secondary"
            size="small"
            disabled={keptBecause !== null}
            onClick={props.onRemove}
          >
            {t('forms.remove')}
          </Button>
        </Box>
      )}
      {keptBecause === null || readOnly ? null : <HelpText>{keptBecause}</HelpText>}
      {props.children}
    </Box>
  );
}
