import { useMemo, useRef, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Callout, CalloutText } from '@twilio-paste/core/callout';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import type { Catalog, Form } from '../../../../core/catalog/types';
import { CapturePanel } from '../../../agent/CapturePanel';
import { PanelErrorBoundary } from '../../../agent/PanelErrorBoundary';
import { languageName } from '../../editor/languagesOf';
import { useForms } from '../FormsContext';

import { useTyped } from '../useTyped';
import { parseSample, SAMPLE_NAMES, SAMPLES, type Sample, type SampleName } from './samples';
import { soundCatalog } from './soundCatalog';
import { usePreviewSession } from './usePreviewSession';

type Width = 'narrow' | 'wide';

/** The form as agents see it, alive, with a task that is only pretended. */
export function FormPreview({ form }: { readonly form: Form }) {
  const { content, language, languages, t } = useForms();
  const [width, setWidth] = useState<Width>('narrow');
  const [shownIn, setShownIn] = useState(language);
  const [name, setName] = useState<SampleName>('call');
  const [edited, setEdited] = useState<Sample | null>(null);
  const sample = edited ?? SAMPLES[name];

  const sound = useMemo(() => soundCatalog(content, form), [content, form]);
  const last = useRef<Catalog | null>(null);
  if (sound) last.current = sound;
  const kept = last.current?.forms[0]?.id === form.id ? last.current : null;
  const catalog = sound ?? kept;

  return (
    <Box as="section" aria-label={t('forms.preview')} minWidth="size0">
      <Heading as="h2" variant="heading40">
        {t('forms.preview')}
      </Heading>
      <HelpText marginTop="space0">{t('forms.preview.help')}</HelpText>
      <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space40" marginY="space50">
        <PlainSelect
          label={t('forms.preview.sample')}
          value={name}
          options={SAMPLE_NAMES.map((one) => [one, t(`forms.sample.${one}`)] as const)}
          onChange={(chosen) => {
            setName(SAMPLE_NAMES.find((one) => one === chosen) ?? 'call');
            setEdited(null);
          }}
        />
        <PlainSelect
          label={t('forms.preview.width')}
          value={width}
          options={[
            ['narrow', t('forms.preview.narrow')],
            ['wide', t('forms.preview.wide')],
          ]}
          onChange={(chosen) => setWidth(chosen === 'wide' ? 'wide' : 'narrow')}
        />
        {languages.length > 1 ? (
          <PlainSelect
            label={t('forms.preview.language')}
            value={shownIn}
            options={languages.map((tag) => [tag, languageName(tag, language)] as const)}
            onChange={setShownIn}
          />
        ) : null}
      </Box>
      {sound ? null : (
        <Box marginBottom="space50" role="status">
          <Callout variant="warning">
            <CalloutText>
              {t(catalog ? 'forms.preview.lastSound' : 'forms.preview.notSound')}
            </CalloutText>
          </Callout>
        </Box>
      )}
      {catalog ? (
        <Box
          width="100%"
          maxWidth={width === 'narrow' ? 'size30' : 'none'}
          borderStyle="solid"
          borderWidth="borderWidth10"
          borderColor="colorBorderWeak"
          borderRadius="borderRadius20"
          data-width={width}
        >
          <PanelErrorBoundary
            // A form that broke the panel gets another try when it has changed.
            key={sound ? 'sound' : 'kept'}
            language={shownIn}
            onError={(error) => console.error('[debrief]', error)}
          >
            <LivePanel catalog={catalog} sample={sample} language={shownIn} />
          </PanelErrorBoundary>
        </Box>
      ) : null}
      <SampleText key={name} sample={sample} onChange={setEdited} />
    </Box>
  );
}

interface LivePanelProps {
  readonly catalog: Catalog;
  readonly sample: Sample;
  readonly language: string;
}

function LivePanel({ catalog, sample, language }: LivePanelProps) {
  const { session, commands } = usePreviewSession(catalog, sample);
  return session ? (
    <CapturePanel session={session} commands={commands} language={language} />
  ) : null;
}

interface SampleTextProps {
  readonly sample: Sample;
  readonly onChange: (sample: Sample) => void;
}

function SampleText({ sample, onChange }: SampleTextProps) {
  const { t } = useForms();
  const id = useUID();
  const { error, input } = useTyped(JSON.stringify(sample, null, 2), (text) => {
    const parsed = parseSample(text);
    if (!parsed) return t('forms.sample.wrong');
    onChange(parsed);
    return null;
  });
  return (
    <Box marginTop="space50">
      <Label htmlFor={id}>{t('forms.sample.json')}</Label>
      <TextArea
        {...input}
        id={id}
        hasError={error !== null}
        aria-describedby={`${id}-help`}
        resize="vertical"
      />
      <Box id={`${id}-help`}>
        {error === null ? (
          <HelpText>{t('forms.sample.help')}</HelpText>
        ) : (
          <HelpText variant="error">{error}</HelpText>
        )}
      </Box>
    </Box>
  );
}

interface PlainSelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

function PlainSelect({ label, value, options, onChange }: PlainSelectProps) {
  const id = useUID();
  return (
    <Box flex="1 1 8rem" minWidth="size0">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, text]) => (
          <Option key={one} value={one}>
            {text}
          </Option>
        ))}
      </Select>
    </Box>
  );
}
