import { useMemo, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import {
  findPersonalData,
  maskPersonalData,
  type PersonalDataKind,
} from '../../core/capture/personalData';
import { isPersonal } from '../../core/catalog/personalFields';
import { textIn } from '../../core/catalog/textIn';
import type { TextField } from '../../core/catalog/types';
import type { FieldProps } from './FieldProps';

const CARDS: readonly PersonalDataKind[] = ['card'];
const ALL: readonly PersonalDataKind[] = ['card', 'national-id', 'email', 'phone'];

interface PersonalDataNoteProps extends FieldProps<TextField> {
  readonly text: string;
  readonly textId: string;
}

/** Says that a free text seems to hold personal data, and offers to hide it. */
export function PersonalDataNote(props: PersonalDataNoteProps) {
  const { field, text, textId, catalog, language, t, dispatch } = props;
  const [kept, setKept] = useState('');
  const { nationalIds } = catalog.policies;
  const patterns = useMemo(() => (nationalIds ?? []).map(({ pattern }) => pattern), [nationalIds]);
  const found = useMemo(() => findPersonalData(text, patterns), [text, patterns]);
  const warnsOf = isPersonal(field) ? CARDS : ALL;
  const warned = found.filter(({ kind }) => warnsOf.includes(kind));
  // More writing beside what was kept asks nothing anew.
  const seen = warned.map(({ start, end }) => text.slice(start, end)).join('\n');
  // The place of the note is there before it, so that it is read out.
  if (warned.length === 0 || seen === kept) return <Box aria-live="polite" />;

  const name = textIn(field.name, language, catalog.reportedLanguage);
  const kinds = [...new Set(warned.map(({ kind }) => t(`personal.${kind}`)))].join(', ');
  // The buttons go away with the note; the focus must not go with them.
  const done = () => props.controlRef.current?.focus();
  return (
    <Box aria-live="polite">
      <HelpText id={textId} variant="warning">
        {t('personal.found', { kinds })}
      </HelpText>
      <Box display="flex" flexWrap="wrap" columnGap="space40" marginTop="space20">
        <Button
          variant="link"
          aria-label={t('personal.maskIn', { field: name })}
          onClick={() => {
            const masked = maskPersonalData(text, patterns, warnsOf);
            // Together: what the agent has typed before stays a step of undo of its own.
            const write = { type: 'write', field: field.id, text: masked } as const;
            dispatch({ type: 'together', intents: [write] });
            done();
          }}
        >
          {t('personal.mask')}
        </Button>
        <Button
          variant="link"
          aria-label={t('personal.keepIn', { field: name })}
          onClick={() => {
            setKept(seen);
            done();
          }}
        >
          {t('personal.keep')}
        </Button>
      </Box>
    </Box>
  );
}
