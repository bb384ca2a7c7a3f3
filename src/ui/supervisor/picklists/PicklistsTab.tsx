import { useEffect, useMemo, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { addPicklist, proposePicklist } from '../../../core/edit/picklists';
import type { EditorTabProps } from '../EditorTabProps';
import { PicklistEditor } from './PicklistEditor';
import { PicklistList } from './PicklistList';
import { placeOf } from './placeOf';
import { problemsByPicklist } from './problemsAt';

/** The catalog's picklists and their options. */
export function PicklistsTab(props: EditorTabProps) {
  const { content, findings, jump, language, readOnly, edit, t } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const picklist = content.picklists.find(({ id }) => id === chosen) ?? content.picklists[0];
  const problems = useMemo(() => problemsByPicklist(content, findings), [content, findings]);

  const place = useMemo(
    () => jump && placeOf(content, jump.pointer),
    // Later the pointer may lead elsewhere.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [jump],
  );
  useEffect(() => {
    if (place) setChosen(place.picklist);
  }, [place]);
  const wish = useMemo(
    () => (place && jump ? { ...place, request: jump.request } : null),
    [place, jump],
  );

  const add = (name: string) => {
    const made = proposePicklist(content, name, language);
    edit(t('picklists.did.addList', { picklist: name }), (draft) => addPicklist(draft, made));
    setChosen(made.id);
  };

  return (
    // By their own width and not by the window's: the columns stand side by side where there is room.
    <Box display="flex" flexWrap="wrap" columnGap="space70" rowGap="space70" minWidth="size0">
      <Box flexGrow={1} flexBasis="12rem" minWidth="size0">
        <PicklistList
          picklists={content.picklists}
          chosen={picklist?.id ?? null}
          language={language}
          fallback={content.reportedLanguage}
          readOnly={readOnly}
          problemsOf={(id) => {
            const of = problems.get(id);
            return of ? [...of.own, ...[...of.byOption.values()].flat()] : [];
          }}
          onChoose={setChosen}
          onAdd={add}
          t={t}
        />
      </Box>
      {picklist ? (
        <PicklistEditor
          {...props}
          key={picklist.id}
          picklist={picklist}
          problems={problems.get(picklist.id)}
          wish={wish?.picklist === picklist.id ? wish : null}
          onRemoved={() => setChosen(null)}
        />
      ) : (
        <Box flexGrow={6} flexBasis="20rem" minWidth="size0">
          <Heading as="h3" variant="heading50">
            {t('picklists.none.title')}
          </Heading>
          <Paragraph marginBottom="space0">
            {t(readOnly ? 'picklists.none.readOnly' : 'picklists.none.text')}
          </Paragraph>
        </Box>
      )}
    </Box>
  );
}
