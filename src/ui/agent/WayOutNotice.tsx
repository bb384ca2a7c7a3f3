import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import { Radio, RadioGroup } from '@twilio-paste/core/radio-group';
import type { Session } from '../../app/session';
import { withWayOutDefault } from '../../core/wayOut/withWayOutDefault';
import type { WayOutMark } from '../../core/wayOut/wayOutMarks';
import { parseAttributes } from '../../core/attributes/parseAttributes';
import { fieldsOf } from '../../core/catalog/fieldsOf';
import { validateCapture } from '../../core/capture/validateCapture';
import { textIn } from '../../core/catalog/textIn';
import type { WayOutByReason } from '../../core/catalog/types';
import { legView } from '../../core/legs/legView';
import { momentText } from '../../strings/timeOfDay';
import type { Translate } from '../../strings/translate';
import { answerText } from '../fields/answerText';

interface PartProps {
  readonly session: Session;
  readonly language: string;
  readonly t: Translate;
}

interface WayOutNoticeProps extends PartProps {
  readonly policy: WayOutByReason;
  readonly onTake: (reason: string) => void;
}

/** What completing anyway would leave out and set, the reasons to choose from, and the button. */
export function WayOutNotice(props: WayOutNoticeProps) {
  const { session, policy, onTake, language, t } = props;
  const [reason, setReason] = useState('');
  const { missing, filled } = consequences(props);
  const texts = [
    t('wayOut.text'),
    ...(missing.length > 0 ? [t('wayOut.missing', { fields: missing.join(', ') })] : []),
    ...filled,
  ];
  const id = `debrief-${session.reservationSid}-way-out`;
  return (
    <Callout variant="warning" i18nLabel={t('wayOut.title')}>
      <CalloutHeading as="h3">{t('wayOut.title')}</CalloutHeading>
      <CalloutText>{texts.join(' ')}</CalloutText>
      <Box display="flex" flexDirection="column" rowGap="space50" marginTop="space50">
        <RadioGroup
          role="radiogroup"
          name={id}
          legend={t('wayOut.reason')}
          value={reason}
          onChange={setReason}
        >
          {policy.reasons.map(({ code, name }) => (
            <Radio key={code} id={`${id}-${code}`} value={code}>
              {textIn(name, language, session.catalog.reportedLanguage)}
            </Radio>
          ))}
        </RadioGroup>
        <Box>
          <Button
            variant="destructive_secondary"
            size="small"
            disabled={reason === ''}
            onClick={() => onTake(reason)}
          >
            {t('wayOut.complete')}
          </Button>
        </Box>
      </Box>
    </Callout>
  );
}

/** Field by field, in the agent's words: what would be missing, and what the default would fill in. */
function consequences({ session, language, t }: PartProps) {
  const { catalog, form, capture, facts, attributes, reservationSid } = session;
  const nameOf = namesIn(session, language);
  const parsed = parseAttributes(legView(form, attributes, reservationSid));
  const view = parsed.ok ? parsed.value : {};
  const given = withWayOutDefault(catalog, form, capture, facts, view);
  const missing = validateCapture(catalog, form, given, view, facts).map(({ field }) =>
    nameOf(field),
  );
  const filled = fieldsOf(form).flatMap((field) => {
    const answer = given.answers[field.id];
    return answer?.origin === 'way-out' && answer.value
      ? [
          t('wayOut.default', {
            field: nameOf(field.id),
            option: answerText({ field, catalog, language, t }, answer.value),
          }),
        ]
      : [];
  });
  return { missing, filled };
}

const namesIn =
  ({ form, catalog }: Session, language: string) =>
  (id: string): string => {
    const field = fieldsOf(form).find((known) => known.id === id);
    return field ? textIn(field.name, language, catalog.reportedLanguage) : id;
  };

interface WayOutMarksProps extends PartProps {
  readonly marks: readonly WayOutMark[];
}

/** To a supervisor: that the agent has completed anyway, why, and what is missing. */
export function WayOutMarks({ session, marks, language, t }: WayOutMarksProps) {
  const nameOf = namesIn(session, language);
  const { policies, reportedLanguage } = session.catalog;
  const reasonText = (code: string): string => {
    const known = policies.wayOutByReason?.reasons.find((reason) => reason.code === code);
    return known ? textIn(known.name, language, reportedLanguage) : code;
  };
  return (
    <Callout variant="warning" i18nLabel={t('wayOut.title')}>
      {marks.map(({ reason, at, missing, default: filled }) => (
        <CalloutText key={at}>
          {t('wayOut.marked', {
            reason: reasonText(reason),
            time: momentText(Date.parse(at) || 0, language),
          })}
          {filled === null ? '' : ` ${nameOf(filled)}: ${t('origin.way-out')}.`}
          {missing.length > 0
            ? ` ${t('wayOut.missing', { fields: missing.map(nameOf).join(', ') })}`
            : ''}
        </CalloutText>
      ))}
    </Callout>
  );
}
