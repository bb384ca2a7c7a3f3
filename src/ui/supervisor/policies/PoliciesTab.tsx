import { useEffect } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Checkbox } from '@twilio-paste/core/checkbox';
import { Heading } from '@twilio-paste/core/heading';
import type { CatalogContent, Policies } from '../../../core/catalog/types';
import { withChanges, type Changes } from '../../../core/edit/lists';
import { isTimeZone } from '../../../core/rules/localTime';
import { languageName } from '../editor/languagesOf';
import type { EditorTabProps } from '../EditorTabProps';
import { TextSetting } from '../picklists/TextSetting';
import { ChoiceSetting } from './ChoiceSetting';
import { NationalIds } from './NationalIds';
import { settingId } from './settingId';
import { WayOutByReasonSetting } from './WayOutByReasonSetting';

const ENFORCEMENTS = ['optional', 'observe', 'required'] as const;
const HIPAA = ['none', 'show', 'omit'] as const;
const CONFLICTS = ['ours', 'agent', 'theirs'] as const;
const PLACEMENTS = ['first', 'last'] as const;
const PERSONAL_DRAFTS = ['encrypt', 'omit'] as const;

const withPolicies =
  (changes: Changes<Policies>) =>
  (content: CatalogContent): CatalogContent => ({
    ...content,
    policies: withChanges(content.policies, changes),
  });

/** As catalogs write it, e.g. `pt-BR`; null for what is no language tag. */
const canonicalTag = (text: string): string | null => {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
};

const tagsIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean);

interface PoliciesTabProps extends EditorTabProps {
  /** Whether there is a version at all. */
  readonly isPublished: boolean;
}

/** What holds for all forms. */
export function PoliciesTab(props: PoliciesTabProps) {
  const { content, isPublished, findings, jump, language, readOnly, edit, t } = props;
  const { policies, languages = [], reportedLanguage } = content;

  useEffect(() => {
    // A finding may be inside of what has a control.
    for (let place = jump?.pointer ?? ''; place !== ''; place = place.replace(/\/[^/]*$/, '')) {
      const control = document.getElementById(settingId(place));
      if (!control) continue;
      control.scrollIntoView({ block: 'center' });
      const focusable = control.matches('input') ? control : control.querySelector('input');
      focusable?.focus();
      return;
    }
  }, [jump]);

  const at = (pointer: string) =>
    findings.filter(({ path }) => path === pointer || path.startsWith(`${pointer}/`));
  const set = (what: string, changes: Changes<Policies>) => edit(what, withPolicies(changes));
  const setLanguages = (text: string): string | null => {
    const unknown = tagsIn(text).find((tag) => canonicalTag(tag) === null);
    if (unknown !== undefined) return t('policies.languages.unknown', { tag: unknown });
    const tags = [...new Set(tagsIn(text).flatMap((tag) => canonicalTag(tag) ?? []))];
    edit(t('policies.did.languages'), (before) =>
      withChanges(before, { languages: tags.length > 0 ? tags : undefined }),
    );
    return null;
  };

  return (
    <Box display="flex" flexDirection="column" rowGap="space80" maxWidth="size60">
      <Box display="flex" flexDirection="column" rowGap="space60">
        <Heading as="h3" variant="heading30" marginBottom="space0">
          {t('policies.completing')}
        </Heading>
        <ChoiceSetting
          id={settingId('/policies/enforcement')}
          label={t('policies.enforcement')}
          value={policies.enforcement}
          choices={ENFORCEMENTS.map((value) => ({
            value,
            label: t(`policies.enforcement.${value}`),
            help: t(`policies.enforcement.${value}.help`),
          }))}
          readOnly={readOnly}
          onChoose={(enforcement) => set(t('policies.did.enforcement'), { enforcement })}
        />
        <Checkbox
          id={settingId('/policies/wayOut')}
          checked={policies.wayOut}
          disabled={readOnly}
          helpText={t('policies.wayOut.help')}
          onChange={({ target }) => set(t('policies.did.wayOut'), { wayOut: target.checked })}
        >
          {t('policies.wayOut')}
        </Checkbox>
        <WayOutByReasonSetting {...props} />
        <ChoiceSetting
          id={settingId('/policies/conflicts')}
          label={t('policies.conflicts')}
          value={policies.conflicts ?? 'ours'}
          choices={CONFLICTS.map((value) => ({
            value,
            label: t(`policies.conflicts.${value}`),
            help: t(`policies.conflicts.${value}.help`),
          }))}
          readOnly={readOnly}
          onChoose={(conflicts) =>
            set(t('policies.did.conflicts'), {
              conflicts: conflicts === 'ours' ? undefined : conflicts,
            })
          }
        />
        <ChoiceSetting
          id={settingId('/policies/placement')}
          label={t('policies.placement')}
          value={policies.placement ?? 'last'}
          choices={PLACEMENTS.map((value) => ({
            value,
            label: t(`policies.placement.${value}`),
            help: t(`policies.placement.${value}.help`),
          }))}
          readOnly={readOnly}
          onChoose={(placement) =>
            set(t('policies.did.placement'), {
              placement: placement === 'last' ? undefined : placement,
            })
          }
        />
        <ChoiceSetting
          id={settingId('/policies/personalDrafts')}
          label={t('policies.personalDrafts')}
          value={policies.personalDrafts ?? 'encrypt'}
          choices={PERSONAL_DRAFTS.map((value) => ({
            value,
            label: t(`policies.personalDrafts.${value}`),
            help: t(`policies.personalDrafts.${value}.help`),
          }))}
          readOnly={readOnly}
          onChoose={(personalDrafts) =>
            set(t('policies.did.personalDrafts'), {
              personalDrafts: personalDrafts === 'encrypt' ? undefined : personalDrafts,
            })
          }
        />
        <Checkbox
          id={settingId('/policies/serviceDrafts')}
          checked={policies.serviceDrafts === true}
          disabled={readOnly}
          helpText={t('policies.serviceDrafts.help')}
          onChange={({ target }) =>
            set(t('policies.did.serviceDrafts'), { serviceDrafts: target.checked || undefined })
          }
        >
          {t('policies.serviceDrafts')}
        </Checkbox>
      </Box>

      <Box display="flex" flexDirection="column" rowGap="space60">
        <Heading as="h3" variant="heading30" marginBottom="space0">
          {t('policies.place')}
        </Heading>
        <TextSetting
          id={settingId('/policies/timeZone')}
          label={t('policies.timeZone')}
          value={policies.timeZone ?? ''}
          readOnly={readOnly}
          help={t('policies.timeZone.help')}
          problems={at('/policies/timeZone')}
          onChange={(text) => {
            const timeZone = text.trim();
            if (timeZone !== '' && !isTimeZone(timeZone)) return t('policies.timeZone.unknown');
            set(t('policies.did.timeZone'), { timeZone: timeZone || undefined });
            return null;
          }}
          t={t}
        />
        <TextSetting
          id={settingId('/languages')}
          label={t('policies.languages')}
          value={languages.join(', ')}
          readOnly={readOnly}
          help={
            <>
              {languages.map((tag) => languageName(tag, language)).join(', ')}{' '}
              {t('policies.languages.help')}
            </>
          }
          problems={at('/languages')}
          onChange={setLanguages}
          t={t}
        />
        <TextSetting
          id={settingId('/reportedLanguage')}
          label={t('policies.reportedLanguage')}
          value={reportedLanguage}
          readOnly={readOnly || isPublished}
          help={t(
            isPublished ? 'policies.reportedLanguage.fixed' : 'policies.reportedLanguage.help',
          )}
          problems={at('/reportedLanguage')}
          onChange={(text) => {
            const tag = canonicalTag(text.trim());
            if (tag === null) return t('policies.languages.unknown', { tag: text.trim() });
            edit(t('policies.did.reportedLanguage'), (before) => ({
              ...before,
              reportedLanguage: tag,
            }));
            return null;
          }}
          t={t}
        />
      </Box>

      <Box display="flex" flexDirection="column" rowGap="space60">
        <Heading as="h3" variant="heading30" marginBottom="space0">
          {t('policies.privacy')}
        </Heading>
        <ChoiceSetting
          id={settingId('/policies/hipaa')}
          label={t('policies.hipaa')}
          value={policies.hipaa ?? 'none'}
          choices={HIPAA.map((value) => ({
            value,
            label: t(`policies.hipaa.${value}`),
            help: t(`policies.hipaa.${value}.help`),
          }))}
          readOnly={readOnly}
          onChoose={(value) =>
            set(t('policies.did.hipaa'), { hipaa: value === 'none' ? undefined : value })
          }
        />
        <Box>
          <Heading as="h4" variant="heading40">
            {t('policies.nationalIds')}
          </Heading>
          <NationalIds {...props} />
        </Box>
      </Box>

      <Box display="flex" flexDirection="column" rowGap="space60">
        <Heading as="h3" variant="heading30" marginBottom="space0">
          {t('policies.origins')}
        </Heading>
        <TextSetting
          id={settingId('/policies/originsKey')}
          label={t('policies.originsKey')}
          value={policies.originsKey ?? ''}
          readOnly={readOnly}
          help={t('policies.originsKey.help')}
          problems={at('/policies/originsKey')}
          onChange={(text) => {
            set(t('policies.did.originsKey'), { originsKey: text.trim() || undefined });
            return null;
          }}
          t={t}
        />
      </Box>
    </Box>
  );
}
