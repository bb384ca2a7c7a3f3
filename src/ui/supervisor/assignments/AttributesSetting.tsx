import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { AttributeMatcher } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { CommitInput } from './CommitInput';
import { NamesInput } from './NamesInput';

interface AttributesSettingProps {
  readonly id: string;
  readonly attributes: readonly AttributeMatcher[];
  /** What is wrong at a place below the list, e.g. `/0/path`. */
  readonly problemsAt: (place: string) => readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (
    change: (attributes: readonly AttributeMatcher[]) => readonly AttributeMatcher[],
  ) => void;
  readonly t: TranslateEditor;
}

/** Task attributes, each with the values that match. */
export function AttributesSetting(props: AttributesSettingProps) {
  const { id, attributes, problemsAt, readOnly, onChange, t } = props;
  const [isNew, setIsNew] = useState(attributes.length === 0);
  const change = (position: number, changes: Partial<AttributeMatcher>) =>
    onChange((all) => all.map((one, n) => (n === position ? { ...one, ...changes } : one)));
  const path = (position: number | null, value: string, problems: readonly string[]) => {
    const inputId = `${id}-${position ?? 'new'}-path`;
    return (
      <Box>
        <Label htmlFor={inputId}>{t('assignments.path')}</Label>
        <CommitInput
          id={inputId}
          value={value}
          hasError={problems.length > 0}
          readOnly={readOnly}
          describedBy={`${inputId}-help`}
          onCommit={(next) => {
            if (position !== null) return change(position, { path: next });
            setIsNew(false);
            return onChange((all) => [...all, { path: next, oneOf: [] }]);
          }}
        />
        {problems.map((problem) => (
          <HelpText key={problem} variant="error">
            {problem}
          </HelpText>
        ))}
        <HelpText id={`${inputId}-help`}>{t('assignments.help.path')}</HelpText>
      </Box>
    );
  };

  return (
    <Box display="flex" flexDirection="column" rowGap="space50">
      {problemsAt('').map((problem) => (
        <HelpText key={problem} variant="error">
          {problem}
        </HelpText>
      ))}
      {attributes.map((attribute, n) => (
        <Box key={n} display="flex" flexDirection="column" rowGap="space30">
          {path(n, attribute.path, problemsAt(`/${n}/path`))}
          <NamesInput
            id={`${id}-${n}-values`}
            label={t('assignments.values', { path: attribute.path })}
            names={attribute.oneOf}
            suggestions={[]}
            problems={problemsAt(`/${n}/oneOf`)}
            readOnly={readOnly}
            onChange={(oneOf) => change(n, { oneOf })}
            t={t}
          />
          {readOnly ? null : (
            <Box>
              <Button
                variant="destructive_secondary"
                size="small"
                onClick={() => onChange((all) => all.filter((_, position) => position !== n))}
              >
                {t('assignments.dropAttribute', { path: attribute.path })}
              </Button>
            </Box>
          )}
        </Box>
      ))}
      {readOnly ? null : isNew ? (
        path(null, '', [])
      ) : (
        <Box>
          <Button variant="secondary" size="small" onClick={() => setIsNew(true)}>
            <PlusIcon decorative />
            {t('assignments.addCriterion', { criterion: t('assignments.criterion.attribute') })}
          </Button>
        </Box>
      )}
    </Box>
  );
}
