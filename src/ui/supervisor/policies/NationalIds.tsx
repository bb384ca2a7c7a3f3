import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Card } from '@twilio-paste/core/card';
import { Text } from '@twilio-paste/core/text';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogContent, NationalId } from '../../../core/catalog/types';
import type { EditorTabProps } from '../EditorTabProps';
import { TextSetting } from '../picklists/TextSetting';
import { settingId } from './settingId';

type NationalIdsProps = Pick<
  EditorTabProps,
  'content' | 'findings' | 'language' | 'readOnly' | 'edit' | 't'
>;

const ROOT = '/policies/nationalIds';

const withIds =
  (change: (ids: readonly NationalId[]) => readonly NationalId[]) =>
  (content: CatalogContent): CatalogContent => {
    const { nationalIds: before = [], ...policies } = content.policies;
    const after = change(before);
    return {
      ...content,
      policies: after.length > 0 ? { ...policies, nationalIds: after } : policies,
    };
  };

/** Which ids of a country free text is searched for, besides card numbers, addresses and phone numbers. */
export function NationalIds({ content, findings, language, readOnly, edit, t }: NationalIdsProps) {
  const { nationalIds = [] } = content.policies;
  const change = (at: number, what: string, changes: Partial<NationalId>) =>
    edit(
      what,
      withIds((ids) => ids.map((id, position) => (position === at ? { ...id, ...changes } : id))),
    );
  return (
    <Box
      role="group"
      aria-label={t('policies.nationalIds')}
      display="flex"
      flexDirection="column"
      rowGap="space50"
    >
      <Text as="p" color="colorTextWeak">
        {t('policies.nationalIds.help')}
      </Text>
      {nationalIds.map((id, position) => {
        const pointer = `${ROOT}/${position}`;
        const name = textIn(id.name, language, content.reportedLanguage);
        const at = (setting: string) =>
          findings.filter(({ path }) => path.startsWith(`${pointer}/${setting}`));
        return (
          // By position: it has no other identity, and none is moved.
          <Card key={position} padding="space50">
            <Box display="flex" flexDirection="column" rowGap="space50">
              <TextSetting
                id={settingId(`${pointer}/name`)}
                label={t('policies.nationalIds.name', { language })}
                value={id.name[language] ?? ''}
                readOnly={readOnly}
                problems={at('name')}
                onChange={(text) => {
                  const { [language]: _before, ...others } = id.name;
                  const to = text.trim();
                  change(position, t('policies.did.nationalIds'), {
                    name: to === '' ? others : { ...others, [language]: to },
                  });
                  return null;
                }}
                t={t}
              />
              <TextSetting
                id={settingId(`${pointer}/pattern`)}
                label={t('policies.nationalIds.pattern')}
                value={id.pattern}
                readOnly={readOnly}
                limit={200}
                help={t('policies.nationalIds.patternHelp')}
                problems={at('pattern')}
                onChange={(pattern) => {
                  change(position, t('policies.did.nationalIds'), { pattern: pattern.trim() });
                  return null;
                }}
                t={t}
              />
              {readOnly ? null : (
                <Box>
                  <Button
                    variant="destructive_secondary"
                    size="small"
                    aria-label={t('policies.nationalIds.removeOf', { name })}
                    onClick={() =>
                      edit(
                        t('policies.did.nationalIds'),
                        withIds((ids) => ids.filter((_, other) => other !== position)),
                      )
                    }
                  >
                    {t('policies.nationalIds.remove')}
                  </Button>
                </Box>
              )}
            </Box>
          </Card>
        );
      })}
      {readOnly ? null : (
        <Box>
          <Button
            variant="secondary"
            size="small"
            onClick={() => {
              const name = t('policies.nationalIds.new');
              const added = { name: { [content.reportedLanguage]: name }, pattern: '[0-9]{9}' };
              edit(
                t('policies.did.nationalIds'),
                withIds((ids) => [...ids, added]),
              );
            }}
          >
            {t('policies.nationalIds.add')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
