import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import type { Explanation, Verdict } from '../../../core/assignments/explainAssignments';
import { textIn } from '../../../core/catalog/textIn';
import type { LanguageTag } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { BulletList } from '../editor/BulletList';
import { criterionWords, numbersOf, unmetWords } from './words';

interface WhyResultProps {
  readonly id: string;
  readonly explanation: Explanation;
  readonly language: LanguageTag;
  readonly fallback: LanguageTag;
  readonly t: TranslateEditor;
}

function verdictWords(t: TranslateEditor, verdict: Verdict): string {
  switch (verdict.code) {
    case 'won':
      return t('assignments.why.isWinner');
    case 'beaten':
      return t('assignments.why.isBeaten', { number: verdict.by + 1 });
    case 'no-match':
      return t('assignments.why.noMatch', {
        because: verdict.because.map((judgement) => unmetWords(t, judgement)).join(' '),
      });
  }
}

/** The form that a task gets, the assignment that won and those that it beat, and why the others do not match. */
export function WhyResult({ id, explanation, language, fallback, t }: WhyResultProps) {
  const { form, winner, assignments } = explanation;
  const won = assignments.find(({ verdict }) => verdict.code === 'won');
  const beaten = assignments.filter(({ verdict }) => verdict.code === 'beaten');
  const because = won?.verdict.because.map((judgement) => criterionWords(t, judgement)) ?? [];
  const number = (winner ?? 0) + 1;
  return (
    <Box as="section" aria-labelledby={`${id}-result`}>
      <Heading as="h4" variant="heading50" id={`${id}-result`}>
        {t('assignments.why.result')}
      </Heading>
      <Box role="status" marginBottom="space50">
        <Text as="p" fontWeight="fontWeightSemibold">
          {form
            ? t('assignments.why.form', { form: textIn(form.name, language, fallback) })
            : t('assignments.why.noForm')}
        </Text>
        <Text as="p">
          {winner === null
            ? t('assignments.why.none')
            : because.length === 0
              ? t('assignments.why.fallback', { number })
              : t('assignments.why.won', { number, because: because.join(', ') })}
        </Text>
        {beaten.length === 0 ? null : (
          <Text as="p">
            {t('assignments.why.beaten', {
              others: numbersOf(beaten.map(({ position }) => position)),
            })}
          </Text>
        )}
      </Box>
      <BulletList label={t('assignments.why.each')}>
        {assignments.map(({ assignment, position, verdict }) => (
          <Box as="li" key={assignment.id} marginBottom="space20">
            {t('assignments.one', { number: position + 1 })} {verdictWords(t, verdict)}
          </Box>
        ))}
      </BulletList>
    </Box>
  );
}
