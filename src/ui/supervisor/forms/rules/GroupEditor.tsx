import { useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Option, Select } from '@twilio-paste/core/select';
import type { Form } from '../../../../core/catalog/types';
import type { Condition, Group } from '../../../../core/rules/words/types';
import { useForms } from '../FormsContext';
import { ConditionEditor } from './ConditionEditor';
import { fieldsToAsk, firstCondition } from './subjects';

interface GroupEditorProps {
  readonly form: Form;
  /** Unique in the page. */
  readonly id: string;
  readonly without: readonly string[];
  readonly group: Group;
  /** Positions on the way to the group, counted from 1; empty for the outermost one. */
  readonly at: readonly number[];
  /** Null: nothing of it is left. */
  readonly onChange: (group: Group | null) => void;
}

const JOINS = ['all', 'any', 'none'] as const;

/** The condition that a new line begins with. */
export function newCondition(form: Form, without: readonly string[]): Condition {
  const [field] = fieldsToAsk(form, without);
  return firstCondition(form, field ? `answers.${field.id}` : 'channel');
}

/** Conditions of which all, one or none has to hold, and groups of them. */
export function GroupEditor({ form, id, without, group, at, onChange }: GroupEditorProps) {
  const { readOnly, t } = useForms();
  const addButton = useRef<HTMLButtonElement>(null);
  const place = (n: number): string => [...at, n + 1].join('.');
  const label = at.length > 0 ? t('forms.group.one', { place: at.join('.') }) : t('forms.group');
  const change = (parts: Group['parts']) => onChange(parts.length > 0 ? { ...group, parts } : null);
  const changePart = (n: number, part: Group['parts'][number] | null) => {
    // What removes a line goes with it, and must not take the keyboard's place along.
    if (!part) addButton.current?.focus();
    change(
      part
        ? group.parts.map((one, position) => (position === n ? part : one))
        : group.parts.filter((_, position) => position !== n),
    );
  };
  const isSingle = at.length === 0 && group.parts.length === 1 && group.join === 'all';
  return (
    <Box
      role="group"
      aria-label={label}
      display="flex"
      flexDirection="column"
      rowGap="space40"
      minWidth="size0"
      {...(at.length > 0
        ? {
            paddingLeft: 'space40',
            borderLeftStyle: 'solid',
            borderLeftWidth: 'borderWidth20',
            borderLeftColor: 'colorBorderWeak',
          }
        : {})}
    >
      {isSingle ? null : (
        <Select
          id={`${id}-join`}
          aria-label={t('forms.group.join', { group: label })}
          disabled={readOnly}
          value={group.join}
          onChange={({ target: { value } }) => {
            const join = JOINS.find((one) => one === value);
            if (join) onChange({ ...group, join });
          }}
        >
          {JOINS.map((join) => (
            <Option key={join} value={join}>
              {t(`forms.group.${join}`)}
            </Option>
          ))}
        </Select>
      )}
      {group.parts.map((part, n) =>
        'join' in part ? (
          <GroupEditor
            key={n}
            form={form}
            id={`${id}-${n}`}
            without={without}
            group={part}
            at={[...at, n + 1]}
            onChange={(next) => changePart(n, next)}
          />
        ) : (
          <ConditionEditor
            key={n}
            form={form}
            id={`${id}-${n}`}
            label={t('forms.condition', { place: place(n) })}
            without={without}
            condition={part}
            onChange={(next) => changePart(n, next)}
            onRemove={() => changePart(n, null)}
          />
        ),
      )}
      {readOnly ? null : (
        <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space20">
          <Button
            ref={addButton}
            variant="link"
            size="small"
            onClick={() => change([...group.parts, newCondition(form, without)])}
          >
            {t('forms.condition.add')}
          </Button>
          <Button
            variant="link"
            size="small"
            onClick={() =>
              change([
                ...group.parts,
                {
                  join: group.join === 'any' ? 'all' : 'any',
                  parts: [newCondition(form, without)],
                },
              ])
            }
          >
            {t('forms.group.add')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
