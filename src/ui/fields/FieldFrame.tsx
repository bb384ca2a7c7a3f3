import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import { textIn } from '../../core/catalog/textIn';
import { problemText } from '../../strings/problemText';
import { targetPaths } from '../../core/catalog/targetPaths';
import type { Field, HipaaPolicy } from '../../core/catalog/types';
import { isDroppedUnderHipaa } from '../../core/insights/hipaa';
import type { Translate } from '../../strings/translate';
import { later } from '../later/later';
import type { FieldProps } from './FieldProps';
import { OriginNote } from './OriginNote';
import { PersonalDataNote } from './PersonalDataNote';
import { PreviousAnswer, PreviousForeign } from './PreviousAnswer';
import { SuggestionNote, suggestionIntent } from './SuggestionNote';
import { useSettledProblem } from './useSettledProblem';

/** Most agents never need it. */
const ConflictNote = later(() => import('./ConflictNote').then((part) => part.ConflictNote));

/** What a control has to carry so that it belongs to its frame. */
export interface ControlProps {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly hasError: boolean;
}

/** A field with its name, control and notes. */
export const FIELD_FRAME = '[data-debrief="field"]';

interface FieldFrameProps extends FieldProps {
  /** Null when there is nothing to clear. */
  readonly onClear: (() => void) | null;
  /** A short live figure beside the label, e.g. `2 of 3`. */
  readonly count?: string;
  /** A small line below the control that belongs to its value, e.g. the chosen option's path. */
  readonly detail?: string;
  /** A group of controls brings its own legend, so the frame shows no label. */
  readonly group?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

interface Note {
  readonly key: string;
  readonly variant: 'default' | 'error' | 'warning';
  readonly text: ReactNode;
}

/** Label, clear button, help, origin, foreign value and error around a field's control. */
export function FieldFrame(props: FieldFrameProps) {
  const { field, readOnly, t, idBase, onClear, count, group = false, children } = props;
  const { problem, onFocus, onBlur } = useSettledProblem(props);
  const name = textIn(field.name, props.language, props.catalog.reportedLanguage);
  const notes = notesOf({ ...props, problem });
  const previous = props.previous?.value;
  const { previousForeign } = props;
  const described = notes.map(({ key }) => key);
  // To somebody who looks on, every value comes from the task, the agent's own saved answers too.
  const value = props.answer?.value ?? null;
  const origin = value === null || readOnly ? 'agent' : (props.answer?.origin ?? 'agent');
  if (origin !== 'agent') described.push('origin');
  const suggestion = suggestionIntent(props);
  if (suggestion) described.push('suggested');
  if (previous) described.push('previous');
  if (previousForeign !== undefined) described.push('previous-foreign');
  if (count !== undefined) described.push('count');
  const control: ControlProps = {
    id: `${idBase}-control`,
    labelId: `${idBase}-label`,
    describedBy: described.map((key) => `${idBase}-${key}`).join(' ') || undefined,
    hasError: problem !== undefined,
  };

  return (
    // A name may come without a place to break it; a group's legend takes this from here.
    <Box
      position="relative"
      minWidth="size0"
      overflowWrap="anywhere"
      onFocus={onFocus}
      onBlur={onBlur}
      data-debrief="field"
    >
      {group ? null : (
        <Box display="flex" alignItems="baseline" columnGap="space40" paddingRight="space70">
          <Box flexGrow={1} minWidth="size0">
            <Label id={control.labelId} htmlFor={control.id} required={props.required}>
              {name}
            </Label>
          </Box>
          {count === undefined ? null : (
            <Box
              id={`${idBase}-count`}
              flexShrink={0}
              color="colorTextWeak"
              fontSize="fontSize20"
              lineHeight="lineHeight20"
            >
              {count}
            </Box>
          )}
        </Box>
      )}
      {children(control)}
      {onClear && !readOnly ? (
        <Box position="absolute" top="spaceNegative10" right="space0">
          <Button
            variant="secondary_icon"
            size="icon_small"
            onClick={() => {
              onClear();
              // The button goes away with the answer; the focus must not go with it.
              props.controlRef.current?.focus();
            }}
          >
            <CloseIcon
              decorative={false}
              title={t('field.clear', { field: name })}
              size="sizeIcon10"
            />
          </Button>
        </Box>
      ) : null}
      {notes.map(({ key, variant, text }) => (
        <HelpText key={key} id={`${idBase}-${key}`} variant={variant}>
          {text}
        </HelpText>
      ))}
      {props.conflict && props.onDecide && !readOnly ? (
        <ConflictNote
          field={field}
          answer={props.answer}
          conflict={props.conflict}
          onDecide={props.onDecide}
          fieldRef={props.controlRef}
          catalog={props.catalog}
          language={props.language}
          t={t}
        />
      ) : null}
      {origin !== 'agent' && value ? (
        <OriginNote {...props} origin={origin} value={value} textId={`${idBase}-origin`} />
      ) : null}
      {field.kind === 'text' && !readOnly ? (
        <PersonalDataNote
          {...props}
          field={field}
          text={value?.kind === 'text' ? value.text : ''}
          textId={`${idBase}-personal`}
        />
      ) : null}
      {suggestion && props.suggested ? (
        <SuggestionNote
          {...props}
          suggested={props.suggested}
          intent={suggestion}
          textId={`${idBase}-suggested`}
        />
      ) : null}
      {previous ? (
        <PreviousAnswer {...props} value={previous} textId={`${idBase}-previous`} />
      ) : null}
      {previousForeign === undefined ? null : (
        <PreviousForeign {...props} value={previousForeign} textId={`${idBase}-previous-foreign`} />
      )}
    </Box>
  );
}

function notesOf({
  field,
  state,
  foreign,
  cleared,
  problem,
  detail,
  catalog,
  language,
  readOnly,
  t,
}: FieldFrameProps) {
  const notes: Note[] = [];
  if (problem) {
    notes.push({ key: 'problem', variant: 'error', text: problemText(t, problem, field) });
  }
  if (detail) notes.push({ key: 'detail', variant: 'default', text: detail });
  if (cleared !== undefined) notes.push({ key: 'cleared', variant: 'warning', text: cleared });
  const hipaa = hipaaNote(field, catalog.policies.hipaa, t);
  if (hipaa) notes.push({ key: 'hipaa', variant: 'warning', text: hipaa });
  if (foreign !== undefined) {
    const what = 'picklist' in field ? 'foreign' : 'misfit';
    notes.push({
      key: 'foreign',
      variant: 'warning',
      text: t(`field.${what}${readOnly ? 'ReadOnly' : ''}`, { value: foreign }),
    });
  }
  if (state.unfit !== null) {
    notes.push({
      key: 'unfit',
      variant: 'warning',
      text: t('field.unfit', { value: state.unfit }),
    });
  }
  if (field.help) {
    const text = textIn(field.help, language, catalog.reportedLanguage);
    notes.push({ key: 'help', variant: 'default', text });
  }
  return notes;
}

/** Where nothing of the answer gets through the filter in front of Insights. */
function hipaaNote(field: Field, hipaa: HipaaPolicy | undefined, t: Translate): string | null {
  const paths = targetPaths(field);
  if (!hipaa || paths.length === 0 || !paths.every(isDroppedUnderHipaa)) return null;
  return t(hipaa === 'omit' ? 'field.notWritten' : 'field.notRecorded');
}
