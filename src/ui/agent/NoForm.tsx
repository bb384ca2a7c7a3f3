import { Box } from '@twilio-paste/core/box';
import { createTranslator } from '../../strings/translate';

interface NoFormProps {
  /** Whether it is known which form the task gets. */
  readonly isKnown: boolean;
  readonly language: string;
}

/** In the place of a form: it is not known yet which one, or there is none. */
export function NoForm({ isKnown, language }: NoFormProps) {
  const t = createTranslator(language);
  return (
    <Box role="status" padding="space60" color="colorTextWeak">
      {t(isKnown ? 'panel.noForm' : 'panel.loading')}
    </Box>
  );
}
