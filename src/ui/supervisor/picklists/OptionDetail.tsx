import { useEffect, useMemo } from 'react';
import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import { cleanText } from '../../../core/capture/storedText';
import { picklistIndex } from '../../../core/catalog/picklistIndex';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogContent, LanguageTag, Option, Picklist } from '../../../core/catalog/types';
import { isUsed } from '../../../core/edit/options';
import { whereUsed } from '../../../core/edit/whereUsed';
import { VALUE_LIMIT } from '../../../core/insights/dictionary';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { optionPath } from '../../fields/optionPath';
import { languageName, languagesOf } from '../editor/languagesOf';
import { isPublished, type OptionGestures } from './optionGestures';
import { problemsAt, type PlacedProblem } from './problemsAt';
import { settingElement, settingId } from './settingId';
import { TextSetting } from './TextSetting';
import { ShortcutSetting } from './ShortcutSetting';
import { UnderSetting } from './UnderSetting';
import { UsesList } from './UsesList';
import { withText } from './withText';

interface OptionDetailProps {
  readonly content: CatalogContent;
  readonly picklist: Picklist;
  readonly option: Option;
  readonly used: CatalogContent | null;
  readonly language: LanguageTag;
  readonly readOnly: boolean;
  readonly problems: readonly PlacedProblem[];
  /** The setting to focus, once. */
  readonly focus: { readonly setting: string } | null;
  readonly onFocused: () => void;
  readonly gestures: OptionGestures;
  readonly t: TranslateEditor;
}

/** All that one option says, and where it is used. */
export function OptionDetail(props: OptionDetailProps) {
  const { content, used, picklist, option, language, readOnly, problems, gestures, t } = props;
  const { focus, onFocused } = props;
  const { code } = option;
  const fallback = content.reportedLanguage;
  const name = textIn(option.name, language, fallback);
  const path = optionPath(picklist, option, { language, fallback });
  const isFixed = isPublished(used, picklist.id, code);
  const languages = useMemo(
    () => [...new Set([...languagesOf(content), language])],
    [content, language],
  );
  const uses = useMemo(
    () => [
      ...whereUsed(content, picklist.id).filter(({ kind }) => kind === 'field'),
      ...whereUsed(content, picklist.id, code),
    ],
    [content, picklist.id, code],
  );
  const isBranchUsed = useMemo(
    () => isUsed(used, content, picklist.id, code),
    [used, content, picklist.id, code],
  );
  const isNamed = uses.some(({ kind }) => kind !== 'field');
  const kept = isBranchUsed ? 'published' : isNamed ? 'named' : null;

  useEffect(() => {
    if (!focus) return;
    settingElement(focus.setting, `name/${fallback}`)?.focus();
    onFocused();
  }, [focus, fallback, onFocused]);

  const setting = (...segments: readonly string[]) => ({
    id: settingId(segments.join('/')),
    problems: problemsAt(problems, ...segments),
    t,
  });
  // What is missing in the reported language is told of all texts together.
  const textSetting = (key: 'name' | 'description', tag: LanguageTag) => ({
    ...setting(key, tag),
    problems: problems.filter(
      ({ setting: at }) => at === `${key}/${tag}` || (tag === fallback && at === key),
    ),
  });
  const named = (tag: LanguageTag) => languageName(tag, language);

  return (
    <Box
      role="group"
      aria-label={t('picklists.detail', { option: name })}
      display="flex"
      flexDirection="column"
      rowGap="space60"
      minWidth="size0"
    >
      <Box>
        <Box display="flex" columnGap="space40" alignItems="center" flexWrap="wrap">
          <Heading as="h3" variant="heading40" marginBottom="space0">
            {name}
          </Heading>
          {option.archived ? (
            <Badge as="span" variant="neutral">
              {t('picklists.option.archived')}
            </Badge>
          ) : null}
        </Box>
        {path ? <Box color="colorTextWeak">{path}</Box> : null}
      </Box>

      {languages.map((tag) => (
        <TextSetting
          key={`${code} name ${tag}`}
          {...textSetting('name', tag)}
          label={t('picklists.name', { language: named(tag) })}
          value={option.name[tag] ?? ''}
          readOnly={readOnly}
          required={tag === fallback}
          help={
            option.name[tag] === undefined && tag !== fallback
              ? t('picklists.name.gap', { shown: textIn(option.name, tag, fallback) })
              : undefined
          }
          onChange={taken((text) => gestures.rename(code, tag, cleanText(text)))}
        />
      ))}

      <TextSetting
        key={`${code} reported`}
        {...setting('reported')}
        label={t('picklists.reported')}
        value={option.reported}
        readOnly={readOnly || isFixed}
        required
        limit={VALUE_LIMIT}
        help={t(isFixed ? 'picklists.reported.fixed' : 'picklists.reported.help', {
          language: named(fallback),
        })}
        onChange={taken((text) => gestures.set(code, () => ({ reported: cleanText(text) })))}
      />

      <CodeSetting {...props} isFixed={isFixed} isNamed={isNamed} />

      {languages.map((tag) => (
        <TextSetting
          key={`${code} description ${tag}`}
          {...textSetting('description', tag)}
          label={t('picklists.description', { language: named(tag) })}
          value={option.description?.[tag] ?? ''}
          readOnly={readOnly}
          help={tag === fallback ? t('picklists.description.help') : undefined}
          onChange={taken((text) =>
            gestures.set(code, ({ description = {} }) => {
              const next = withText(description, tag, cleanText(text));
              return { description: Object.keys(next).length > 0 ? next : undefined };
            }),
          )}
        />
      ))}

      {languages.map((tag) => (
        <TextSetting
          key={`${code} synonyms ${tag}`}
          {...setting('synonyms', tag)}
          label={t('picklists.synonyms', { language: named(tag) })}
          value={(option.synonyms?.[tag] ?? []).join(', ')}
          readOnly={readOnly}
          help={tag === fallback ? t('picklists.synonyms.help') : undefined}
          onChange={taken((text) =>
            gestures.set(code, ({ synonyms = {} }) => ({
              synonyms: withSynonyms(synonyms, tag, text),
            })),
          )}
        />
      ))}

      <Box display="flex" flexWrap="wrap" columnGap="space60" rowGap="space60">
        {DAYS.map((key) => (
          <Box key={key} flexGrow={1} flexBasis="10rem" minWidth="size0">
            <TextSetting
              key={`${code} ${key}`}
              {...setting(key)}
              kind="day"
              label={t(`picklists.${key}`)}
              value={option[key] ?? ''}
              readOnly={readOnly}
              help={t(`picklists.${key}.help`, { zone: content.policies.timeZone ?? 'UTC' })}
              onChange={taken((day) =>
                gestures.set(code, () => ({ [key]: day === '' ? undefined : day })),
              )}
            />
          </Box>
        ))}
      </Box>

      <ShortcutSetting {...props} key={`${code} shortcut`} {...setting('shortcut')} />

      <TextSetting
        key={`${code} number`}
        {...setting('number')}
        kind="number"
        label={t('picklists.number')}
        value={option.number === undefined ? '' : String(option.number)}
        readOnly={readOnly}
        help={t('picklists.number.help')}
        onChange={(text) => {
          const number = text.trim() === '' ? undefined : Number(text.trim().replace(',', '.'));
          if (number !== undefined && !Number.isFinite(number)) {
            return t('picklists.number.refused');
          }
          gestures.set(code, () => ({ number }));
          return null;
        }}
      />

      <UnderSetting {...props} key={`${code} under`} {...setting('under')} />

      <Box>
        <Heading as="h4" variant="heading50">
          {t('picklists.uses')}
        </Heading>
        <UsesList uses={uses} content={content} language={language} t={t} />
      </Box>

      {readOnly ? null : (
        <Box display="flex" columnGap="space40" rowGap="space30" flexWrap="wrap">
          {option.archived ? (
            <Button variant="secondary" size="small" onClick={() => gestures.restore(code)}>
              {t('picklists.restore')}
            </Button>
          ) : (
            <Button variant="secondary" size="small" onClick={() => gestures.archive(code)}>
              {t('picklists.archive')}
            </Button>
          )}
          {kept === null ? (
            <Button
              variant="destructive_secondary"
              size="small"
              onClick={() => gestures.remove(code)}
            >
              {t('picklists.remove')}
            </Button>
          ) : null}
          <Box width="100%">
            <HelpText marginTop="space0">
              {kept === null
                ? t('picklists.archive.help')
                : t(`picklists.kept.${kept}`, { option: name })}
            </HelpText>
          </Box>
        </Box>
      )}
    </Box>
  );
}

/** The identity: free until reports or forms know it. */
function CodeSetting({
  picklist,
  option: { code },
  isFixed,
  isNamed,
  readOnly,
  problems,
  gestures,
  t,
}: OptionDetailProps & { readonly isFixed: boolean; readonly isNamed: boolean }) {
  const reason = isFixed ? 'fixed' : isNamed ? 'named' : 'help';
  return (
    <TextSetting
      key={`${code} code`}
      id={settingId('code')}
      problems={problemsAt(problems, 'code')}
      label={t('picklists.code')}
      value={code}
      readOnly={readOnly || reason !== 'help'}
      required
      limit={VALUE_LIMIT}
      help={t(`picklists.code.${reason}`)}
      onChange={(text) => {
        const next = cleanText(text);
        if (next === '') return t('picklists.code.empty');
        if (next !== code && picklistIndex(picklist).byCode.has(next)) {
          return t('picklists.code.taken');
        }
        if (next !== code) gestures.recode(code, next);
        return null;
      }}
      t={t}
    />
  );
}

const DAYS = ['activeFrom', 'activeTo'] as const;

/** Whatever is entered is taken over; what is wrong with it is a finding. */
const taken =
  (change: (text: string) => void) =>
  (text: string): null => {
    change(text);
    return null;
  };

function withSynonyms(
  synonyms: NonNullable<Option['synonyms']>,
  language: LanguageTag,
  text: string,
): Option['synonyms'] {
  const words = text.split(/[,;\n]/).map((word) => cleanText(word));
  const own = [...new Set(words.filter((word) => word !== ''))];
  const all = Object.entries({ ...synonyms, [language]: own }).filter(([, of]) => of.length > 0);
  return all.length === 0 ? undefined : Object.fromEntries(all);
}
