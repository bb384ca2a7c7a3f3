import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import type { AnswerValue, Origin } from '../../core/capture/types';
import { textIn } from '../../core/catalog/textIn';
import type { FieldProps } from './FieldProps';

interface OriginNoteProps extends FieldProps {
  readonly origin: Exclude<Origin, 'agent'>;
  readonly value: AnswerValue;
  /** Of the text, without the button: the field's control is described by it. */
  readonly textId: string;
}

/** Who else than the agent has filled the field in, and a button to make the answer the agent's own. */
export function OriginNote(props: OriginNoteProps) {
  const { field, origin, value, textId, catalog, language, t, dispatch } = props;
  return (
    <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40">
      <HelpText id={textId} variant="default">
        <Box as="span" display="flex" flexWrap="wrap" alignItems="center" columnGap="space30">
          <Badge as="span" variant="neutral">
            {t(`origin.${origin}`)}
          </Badge>{' '}
          {t('origin.hint')}
        </Box>
      </HelpText>
      <Box marginTop="space30">
        <Button
          variant="link"
          aria-label={t('origin.keepIn', {
            field: textIn(field.name, language, catalog.reportedLanguage),
          })}
          onClick={() => {
            dispatch({ type: 'accept', field: field.id, value });
            // The button goes away with the note; the focus must not go with it.
            props.controlRef.current?.focus();
          }}
        >
          {t('origin.keep')}
        </Button>
      </Box>
    </Box>
  );
}
