import { useMemo } from 'react';
import { Box } from '@twilio-paste/core/box';
import type { AnswersToMerge } from '../../core/capture/mergeAnswers';
import { findEntry } from '../../core/insights/dictionary';
import type { Finding, FindingCode } from '../../core/insights/types';
import type { JsonValue } from '../../core/json';
import { recordPreview, type PreviewLine } from '../../core/preview/recordPreview';
import type { Translate } from '../../strings/translate';
import { reportName } from './reportName';

interface RecordViewProps {
  readonly merge: AnswersToMerge;
  readonly attributes: unknown;
  readonly language: string;
  readonly t: Translate;
}

/** What Insights would record of this form's fields if the task completed now. */
export function RecordView({ merge, attributes, language, t }: RecordViewProps) {
  const preview = useMemo(() => recordPreview(merge, attributes), [merge, attributes]);
  if (!preview.ok) return <Box color="colorTextWeak">{t('record.unknown')}</Box>;
  const { lines, customer } = preview.value;
  if (lines.length === 0 && customer === null) {
    return <Box color="colorTextWeak">{t('record.empty')}</Box>;
  }
  return (
    <Box
      as="dl"
      margin="space0"
      fontSize="fontSize20"
      lineHeight="lineHeight30"
      overflowWrap="anywhere"
    >
      {lines.map((line) => (
        <Line key={line.path} term={reportName(line.path)} value={shown(line, language, t)}>
          {[
            ...(line.byInsights ? [t('record.byInsights')] : []),
            ...line.findings.map((finding) => findingText(t, finding)),
          ]}
        </Line>
      ))}
      {customer === null ? null : (
        <Line term={t('record.customer')} value={t(`record.by.${customer}`)}>
          {[]}
        </Line>
      )}
    </Box>
  );
}

function Line(props: {
  readonly term: string;
  readonly value: string;
  readonly children: readonly string[];
}) {
  return (
    <Box marginBottom="space30">
      <Box as="dt" color="colorTextWeak">
        {props.term}
      </Box>
      <Box as="dd" margin="space0" color="colorText" fontWeight="fontWeightSemibold">
        {props.value}
      </Box>
      {[...new Set(props.children)].map((note) => (
        <Box key={note} as="dd" margin="space0" color="colorTextWeak">
          {note}
        </Box>
      ))}
    </Box>
  );
}

function shown({ path, value }: PreviewLine, language: string, t: Translate): string {
  if (value === undefined) return t('record.nothing');
  if (Array.isArray(value)) return t('record.links', { count: value.length });
  if (typeof value === 'number' && findEntry(path)?.type === 'date') return dayAndTime(value);
  if (typeof value === 'number') return number(value, language);
  return text(value);
}

const text = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** In UTC, as it is stored: reports have a time zone of their own. */
const dayAndTime = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function number(value: number, language: string): string {
  try {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(value);
  } catch {
    return String(value);
  }
}

const IGNORED: readonly FindingCode[] = [
  'wrong-type',
  'out-of-range',
  'derived-set',
  'unknown-key',
  'kind-set',
];
const OF_MEDIA = /^media-/;
const SPOKEN = [
  'label-only',
  'attribute-only',
  'name-without-id',
  'not-allowed',
  'hierarchy-separator',
  'callback-not-follow-up',
  'external-id-late',
  'hipaa-dropped',
] as const;

function findingText(t: Translate, { code, basis, details }: Finding): string {
  const spoken = SPOKEN.find((known) => known === code);
  const finding =
    code === 'cut'
      ? t('finding.cut', { limit: Number(details?.['limit']) })
      : spoken
        ? t(`finding.${spoken}`)
        : IGNORED.includes(code)
          ? t('finding.ignored')
          : t(OF_MEDIA.test(code) ? 'finding.media' : 'finding.other');
  return t(basis === 'documented' ? 'record.documented' : 'record.assumed', { finding });
}
