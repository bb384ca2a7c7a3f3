import { useEffect, useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Checkbox, CheckboxGroup } from '@twilio-paste/core/checkbox';
import { HelpText } from '@twilio-paste/core/help-text';
import { Heading } from '@twilio-paste/core/heading';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { Directory } from '../../../app/editing/directory';
import { textIn } from '../../../core/catalog/textIn';
import type {
  Assignment,
  CatalogContent,
  Criterion,
  Direction,
  LanguageTag,
  Matcher,
} from '../../../core/catalog/types';
import type { Changes } from '../../../core/edit/lists';
import { findingText } from '../../../strings/editor/findingText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { AttributesSetting } from './AttributesSetting';
import {
  CRITERIA,
  hasCriterion,
  isNamed,
  NAME_LISTS,
  newCriterion,
  suggestionsFor,
  withoutCriterion,
} from './criteria';
import { DaysSetting } from './DaysSetting';
import { NamesInput } from './NamesInput';
import type { PlacedProblem } from './problemsByPosition';

const DIRECTIONS: readonly Direction[] = ['inbound', 'outbound', 'unknown'];
const NO_FORM = '';

interface AssignmentEditorProps {
  readonly id: string;
  readonly assignment: Assignment;
  readonly position: number;
  readonly content: CatalogContent;
  readonly directory: Directory;
  readonly language: LanguageTag;
  readonly problems: readonly PlacedProblem[];
  readonly readOnly: boolean;
  readonly onForm: (form: string | null) => void;
  readonly onWhen: (change: (when: Matcher) => Changes<Matcher>) => void;
  readonly onClose: () => void;
  readonly t: TranslateEditor;
}

/** One assignment: its form and its criteria. */
export function AssignmentEditor(props: AssignmentEditorProps) {
  const { id, assignment, content, directory, language, readOnly, onWhen, t } = props;
  const { when } = assignment;
  const heading = useRef<HTMLElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const problemsAt = (place: string): readonly string[] =>
    props.problems
      .filter((problem) => problem.place === place)
      .map((problem) => findingText(t, problem));
  const named = (form: string): string => {
    const found = content.forms.find((one) => one.id === form);
    return found
      ? textIn(found.name, language, content.reportedLanguage)
      : t('assignments.lostForm', { form });
  };
  const forms = content.forms.map((form) => form.id);
  const isLost = assignment.form !== null && !forms.includes(assignment.form);

  const control = (criterion: Criterion) => {
    const controlId = `${id}-${criterion}`;
    if (isNamed(criterion)) {
      const key = NAME_LISTS[criterion];
      return (
        <NamesInput
          id={controlId}
          label={t(`assignments.criterion.${criterion}`)}
          names={when[key] ?? []}
          suggestions={suggestionsFor(criterion, directory)}
          help={t(`assignments.help.${criterion}`)}
          problems={problemsAt(`/when/${key}`)}
          readOnly={readOnly}
          onChange={(names) => onWhen(() => ({ [key]: names }))}
          t={t}
        />
      );
    }
    if (criterion === 'direction') {
      const directions = when.directions ?? [];
      return (
        <CheckboxGroup
          name={controlId}
          legend={t('assignments.criterion.direction')}
          orientation="horizontal"
          disabled={readOnly}
          errorText={problemsAt('/when/directions').join(' ') || undefined}
        >
          {DIRECTIONS.map((direction) => (
            <Checkbox
              key={direction}
              id={`${controlId}-${direction}`}
              checked={directions.includes(direction)}
              onChange={({ target }) =>
                onWhen(({ directions: now = [] }) => ({
                  directions: DIRECTIONS.filter((one) =>
                    one === direction ? target.checked : now.includes(one),
                  ),
                }))
              }
            >
              {t(`assignments.direction.${direction}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      );
    }
    if (criterion === 'attribute') {
      return (
        <AttributesSetting
          id={controlId}
          attributes={when.attributes ?? []}
          problemsAt={(place) => problemsAt(`/when/attributes${place}`)}
          readOnly={readOnly}
          onChange={(change) =>
            onWhen(({ attributes = [] }) => ({ attributes: change(attributes) }))
          }
          t={t}
        />
      );
    }
    return (
      <DaysSetting
        id={controlId}
        when={when}
        problems={[...problemsAt('/when/from'), ...problemsAt('/when/to')]}
        readOnly={readOnly}
        onChange={(changes) => onWhen(() => changes)}
        t={t}
      />
    );
  };

  const there = CRITERIA.filter((criterion) => hasCriterion(when, criterion));
  const absent = CRITERIA.filter((criterion) => !there.includes(criterion));
  const formProblems = problemsAt('/form');
  return (
    <Box
      as="section"
      aria-labelledby={`${id}-heading`}
      padding="space60"
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeaker"
      borderRadius="borderRadius20"
      display="flex"
      flexDirection="column"
      rowGap="space60"
    >
      <Box display="flex" justifyContent="space-between" columnGap="space40">
        <Box ref={heading} tabIndex={-1} outline="none">
          <Heading as="h3" variant="heading40" id={`${id}-heading`} marginBottom="space0">
            {t('assignments.one', { number: props.position + 1 })}
          </Heading>
        </Box>
        <Button variant="secondary" size="small" onClick={props.onClose}>
          {t('assignments.close')}
        </Button>
      </Box>
      <Box maxWidth="size50">
        <Label htmlFor={`${id}-form`}>{t('assignments.form')}</Label>
        <Select
          id={`${id}-form`}
          value={assignment.form ?? NO_FORM}
          disabled={readOnly}
          hasError={formProblems.length > 0}
          aria-describedby={`${id}-form-help`}
          onChange={({ target }) => props.onForm(target.value === NO_FORM ? null : target.value)}
        >
          <Option value={NO_FORM}>{t('assignments.noForm')}</Option>
          {[...forms, ...(isLost ? [assignment.form ?? ''] : [])].map((form) => (
            <Option key={form} value={form}>
              {named(form)}
            </Option>
          ))}
        </Select>
        {formProblems.map((problem) => (
          <HelpText key={problem} variant="error">
            {problem}
          </HelpText>
        ))}
        <HelpText id={`${id}-form-help`}>{t('assignments.formHelp')}</HelpText>
      </Box>
      <Box>
        <Heading as="h4" variant="heading50">
          {t('assignments.criteria')}
        </Heading>
        <HelpText>
          {t(there.length === 0 ? 'assignments.noCriteria' : 'assignments.criteriaHelp')}
        </HelpText>
      </Box>
      {there.map((criterion) => (
        <Box key={criterion} display="flex" flexDirection="column" rowGap="space30">
          {control(criterion)}
          {readOnly ? null : (
            <Box>
              <Button
                variant="link"
                onClick={() => {
                  onWhen(() => withoutCriterion(criterion));
                  heading.current?.focus();
                }}
              >
                {t('assignments.dropCriterion', {
                  criterion: t(`assignments.criterion.${criterion}`),
                })}
              </Button>
            </Box>
          )}
        </Box>
      ))}
      {readOnly ? null : (
        <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
          {absent.map((criterion) => (
            <Button
              key={criterion}
              variant="secondary"
              size="small"
              onClick={() => {
                const today = new Date().toISOString().slice(0, 10);
                onWhen(() => newCriterion(criterion, today));
                heading.current?.focus();
              }}
            >
              <PlusIcon decorative />
              {t('assignments.addCriterion', {
                criterion: t(`assignments.criterion.${criterion}`),
              })}
            </Button>
          ))}
        </Box>
      )}
    </Box>
  );
}
